/**
 * Words that a view shows or speaks and that are neither of the catalogue, in the language of the interface, nor of the archive: what is left when
 * both are taken away, with dates and numbers. A placeholder of a message stands for anything.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { en } from "../../renderer/words/en.ts";
import { fr } from "../../renderer/words/fr.ts";
import { project } from "./launch.ts";

type Messages = { [key: string]: string | Messages };
type Language = "fr" | "en";

const allOf = (messages: Messages): string[] => Object.values(messages).flatMap((value) => (typeof value === "string" ? [value] : allOf(value)));

/** Spaces, apostrophes and case make no difference. */
const plain = (text: string): string => text.replace(/[\s\u00AD]+/g, (space) => (space === "\u00AD" ? "" : " ")).replace(/['’]/g, "’").trim().toLowerCase();
const wordsOnly = (text: string): string => ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

const patternOf = (message: string): RegExp => new RegExp(`^${plain(message).split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`, "u");

const catalogues = { fr: catalogue(fr), en: catalogue(en) };

/** A message that is a placeholder and signs alone would match everything. */
function catalogue(words: Messages): { fixed: Set<string>; open: RegExp[] } {
  const all = allOf(words);
  const open = all.filter((message) => message.includes("{{") && /\p{L}/u.test(message.replace(/\{\{\w+\}\}/g, "")));
  const fixed = all.filter((message) => !message.includes("{{"));
  return { fixed: new Set([...fixed, ...fixed.flatMap((message) => message.split(" · "))].map(plain)), open: open.map(patternOf) };
}

const archive = wordsOnly(
  readdirSync(join(project, "archive/content"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:md|json|ya?ml)$/.test(name))
    .map((name) => readFileSync(join(project, "archive/content", name), "utf8").replace(/\[\^?[\w-]+\]|[*_]/g, ""))
    .join("\n"),
);

/** Names that are the same everywhere. */
const names = new Set(["relire", "français", "english", "pdf", "aa", "a", "markdown", "epub", "typst 0.14.2", "fr-fr"]);

/** Of the widgets' library, which speaks the language it is told. */
const ofWidgets = { fr: ["rejeter", "afficher les suggestions"], en: ["dismiss", "show suggestions"] };

/** As sentences. `given` are words that the test itself brought in. */
export async function strangeWordsIn(window: Page, view: string, language: Language, given: string): Promise<string[]> {
  const shown = await window.evaluate(collectWords);
  return [...new Set(shown)].filter((text) => !isKnown(text, language, wordsOnly(given))).map((text) => `${view}: ${text}`);
}

function isKnown(text: string, language: Language, given: string): boolean {
  const { fixed, open } = catalogues[language];
  const known = (part: string): boolean => {
    const words = withoutKeys(plain(part)).replace(/^[\s,;:·—()…/×]+|[\s,;·—()/]+$/g, "");
    if (!/\p{L}/u.test(words) || names.has(words) || ofWidgets[language].includes(words) || /^[ivxlc]+$/.test(words) || isDate(words, language)) return true;
    if (fixed.has(words) || fixed.has(plain(part)) || fixed.has(`${words} :`) || open.some((pattern) => pattern.test(words) || pattern.test(plain(part)))) return true;
    return archive.includes(wordsOnly(words)) || given.includes(wordsOnly(words));
  };
  return known(text) || text.split(/[ \u00A0]· |, | — | \(|\) |: /).every(known);
}

/** "Next match (Shift+F3)": keys are named by the table of actions, which has its own test. */
function withoutKeys(text: string): string {
  return text.replace(/ \((?:(?:ctrl|alt|maj|shift|cmd)\+)*(?:f\d{1,2}|entrée|enter|\S)\)$/u, "");
}

function isDate(text: string, language: Language): boolean {
  const region = language === "en" ? "en-GB" : language;
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2022, month, 15)));
  const spelt = (["long", "short"] as const).flatMap((style) => months.map((date) => plain(new Intl.DateTimeFormat(region, { month: style, timeZone: "UTC" }).format(date))));
  const rest = spelt.reduce((left, name) => left.replace(name, ""), text);
  return !/\p{L}/u.test(rest.replace(/\bà\b|\bat\b|(?<=\d)er\b|\bam\b|\bpm\b|\bmin\b|\bko\b|\bkb\b/g, ""));
}

/** In the page: every text that is seen, and every name that is spoken. Pages of reports, code, licences and addresses are not the interface. */
function collectWords(): string[] {
  const found: string[] = [];
  const foreign = ".textLayer, .structTree, code, pre, kbd, .keys, .address, .prose, mark, .excerpt, .outline, script, style, input";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest(foreign) || !parent.checkVisibility({ visibilityProperty: true })) continue;
    found.push(node.textContent ?? "");
  }
  for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    if (element.closest(".textLayer, .structTree, .prose, .excerpt") || !element.checkVisibility()) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(element.getAttribute(name) ?? "");
  }
  return found.filter((text) => text.trim() !== "");
}
