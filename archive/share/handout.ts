/** A dossier as it is handed out: its items with their words and sources, worded once for every form of file. */
import { type Dossier, type DossierItem, minutesOf, type Origin, type TextRole } from "../dossier.ts";
import { showText } from "../text/shownText.ts";
import { typographyEdits } from "../text/typography.ts";

export interface HandoutLook {
  form: "a4" | "booklet" | "cards";
  /** 18 points and more. */
  isLarge: boolean;
  isBlackAndWhite: boolean;
}

export interface HandoutPart {
  /** "Consigne", "Question"; null for a passage. */
  role: string | null;
  title: string | null;
  paragraphs: string[];
  /** Where the words come from; null for an own text. */
  source: string | null;
  language: "fr" | "en";
}

export interface Handout {
  title: string;
  purpose: string;
  /** Group and duration, in one line; empty when nobody said. */
  about: string;
  language: "fr" | "en";
  parts: HandoutPart[];
}

/** The words of the language that is asked for. */
export interface HandoutSaying {
  language: "fr" | "en";
  roles: Record<TextRole, string>;
  minutes(count: number): string;
  group(count: number): string;
  source(origin: Origin): string;
  /** A part of a passage. */
  extract: string;
}

export function handoutOf(dossier: Dossier, saying: HandoutSaying): Handout {
  const { language } = saying;
  const minutes = dossier.minutes ?? minutesOf(dossier);
  const about = [...(dossier.groupSize === null ? [] : [saying.group(dossier.groupSize)]), ...(minutes > 0 ? [saying.minutes(minutes)] : [])];
  return { title: set(dossier.title, language), purpose: set(dossier.purpose, language), about: about.join(" · "), language, parts: dossier.items.map((item) => partOf(item, saying)) };
}

function partOf(item: DossierItem, saying: HandoutSaying): HandoutPart {
  if (item.kind === "text") {
    const { language } = saying;
    const role = [saying.roles[item.role], ...(item.minutes === null ? [] : [saying.minutes(item.minutes)])].join(" · ");
    return { role, title: null, paragraphs: paragraphsOf(item.text, language), source: null, language };
  }
  const { language } = item.origin;
  const source = `${saying.source(item.origin)}${item.isWhole ? "" : ` (${saying.extract})`}`;
  return { role: null, title: set(item.title, language), paragraphs: paragraphsOf(item.text, language), source: set(source, saying.language), language };
}

function paragraphsOf(text: string, language: "fr" | "en"): string[] {
  return text.split(/\n+/).flatMap((line) => (line.trim() === "" ? [] : [set(line.trim(), language)]));
}

/** On paper, French has the spaces and marks of its typography. */
function set(text: string, language: "fr" | "en"): string {
  return language === "fr" ? showText(text, typographyEdits(text)).text : text;
}
