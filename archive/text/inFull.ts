/**
 * Inclusive writing written out, for display and for voices: "usager·es" is shown as "usagers et usagères", "un·e élu·e" as "un élu ou une
 * élue". What cannot be written out with certainty stays as it is, and so does every other word.
 *
 * The double flexion follows the Haut Conseil à l'Égalité, "Pour une communication publique sans stéréotype de sexe", 2022: "et" in the plural,
 * "ou" in the singular. The feminine comes second, as in the abbreviation, but where usage has it first (celles et ceux).
 */
import { runEnd } from "./characterKind.ts";
import { fullBlend } from "./genders.ts";
import { type FullForms, readInclusive } from "./inclusive.ts";
import { restoreForms } from "./restoreForms.ts";
import type { Edit, EditPart } from "./shownText.ts";
import { words } from "./words.ts";

/** A word to be written out. */
interface Token {
  from: number;
  to: number;
  forms: readonly string[];
  isPlural: boolean;
  /** May share its "et" with the words beside it: masculine first, with a form for each gender. */
  joins: boolean;
}

/** The changes that write a text out. */
export function inFullEdits(text: string): Edit[] {
  return groups(text, tokens(text)).map((group) => editOf(text, group));
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const { from, to, forms } of words(text)) {
    if (forms.length < 2 || from < (found.at(-1)?.to ?? 0)) continue;
    const token = tokenAt(text, from, to);
    if (token) found.push(token);
  }
  return found;
}

function tokenAt(text: string, from: number, to: number): Token | null {
  const end = runEnd(text, from);
  if (end === to) return blendToken(text, from, to);
  const inclusive = readInclusive(text, from, end);
  if (!inclusive?.full || inclusive.to !== to) return null;
  const forms = restoreForms(inclusive.full, text.slice(from, end), text.slice(end + 1, runEnd(text, end + 1)));
  return forms && { from, to, forms, isPlural: inclusive.full.isPlural, joins: forms.length === 2 && isMasculineFirst(inclusive.full) };
}

/** "le·la" and "un·e" begin with the masculine, "celles·ceux" does not. */
function isMasculineFirst({ forms: [first, second] }: FullForms): boolean {
  return second !== undefined && !/^(?:elles?|celles?|la|une|toutes?)$/.test(first) && !(first.length > second.length && /(?:e|es)$/.test(first));
}

/** "iels", "celleux", "utilisateurices". In capitals it may be an acronym. */
function blendToken(text: string, from: number, to: number): Token | null {
  const written = text.slice(from, to);
  const forms = written === written.toUpperCase() ? null : fullBlend(written);
  if (!forms) return null;
  const [first = "", second = ""] = forms;
  const isCapital = written[0] !== written[0]?.toLowerCase();
  return { from, to, forms: [isCapital ? capital(first) : first, second], isPlural: /[sx]$/.test(second), joins: false };
}

/** Words that stand side by side and agree are written out together: "des citoyens engagés et citoyennes engagées". */
function groups(text: string, found: readonly Token[]): Token[][] {
  const all: Token[][] = [];
  for (const token of found) {
    const last = all.at(-1)?.at(-1);
    const isBeside = last?.joins && token.joins && last.isPlural === token.isPlural && /^[ \u00A0\u202F-]$/.test(text.slice(last.to, token.from));
    if (isBeside) all.at(-1)?.push(token);
    else all.push([token]);
  }
  return all;
}

function editOf(text: string, group: readonly Token[]): Edit {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) throw new Error("a group has a word");
  const joint = first.isPlural ? " et " : " ou ";
  const parts: EditPart[] = [];
  let written = "";
  for (const gender of [0, 1]) {
    if (gender === 1 && first.forms.length > 1) written += joint + prefixBefore(text, first.from);
    for (const [index, { from, to, forms }] of group.entries()) {
      const form = forms[gender];
      if (form === undefined) continue;
      if (index > 0) written += text.slice(group[index - 1]?.to, from);
      const shown = gender === 1 && index === 0 ? lowered(text, from, form) : form;
      parts.push({ from, to, shown: [written.length, written.length + shown.length] });
      written += shown;
    }
  }
  return { from: first.from, to: last.to, text: written, parts };
}

const elision = /(?:^|[^\p{L}\p{N}])((?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quelqu)['’ʼ])$/iu;
const compound = /(?:^|[\s(«’'])((?:\p{L}+-)+)$/u;

/** What is joined to a word and said again before its other form: "l’" of "l’usager·e", "vice-" of "vice-président·e". */
function prefixBefore(text: string, from: number): string {
  const before = text.slice(Math.max(0, from - 40), from);
  return ((elision.exec(before) ?? compound.exec(before))?.[1] ?? "").toLowerCase().replace("'", "’");
}

const sentenceStart = /(?:^|[.!?…:]\s+|["«“(]\s*|\n\s*|[–—]\s)$/u;

/** A second form has a capital only where the first one has it for itself: "Bordelais et Bordelaises", but "Usagers et usagères". */
function lowered(text: string, from: number, form: string): string {
  if (form === form.toUpperCase() && form.length > 1) return form;
  return sentenceStart.test(text.slice(Math.max(0, from - 8), from)) ? form.charAt(0).toLowerCase() + form.slice(1) : form;
}

function capital(form: string): string {
  return form.charAt(0).toUpperCase() + form.slice(1);
}
