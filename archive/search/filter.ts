/** Filters: what a passage's document, date or rubric must be. Each has French and English names. */
import { type FoundHead, LetterDate, type Passage, type Rubric } from "../model.ts";
import { fold, slugOf } from "../text/fold.ts";

type PassageType = "letter" | "report" | "note" | "dossier";

export type Filter =
  | { name: "rubric" | "collection" | "document"; value: string }
  | { name: "type"; value: PassageType }
  /** `value` is as precise as what was typed: YYYY, YYYY-MM or YYYY-MM-DD. */
  | { name: "year" | "before" | "after"; value: string };

const names = new Map<string, Filter["name"]>(Object.entries({
  rubrique: "rubric",
  rubric: "rubric",
  type: "type",
  annee: "year",
  an: "year",
  year: "year",
  avant: "before",
  before: "before",
  apres: "after",
  after: "after",
  collection: "collection",
  dans: "document",
  in: "document",
  document: "document",
}));

const types = new Map<string, PassageType>(Object.entries({
  lettre: "letter",
  lettres: "letter",
  letter: "letter",
  letters: "letter",
  pdf: "report",
  rapport: "report",
  rapports: "report",
  report: "report",
  reports: "report",
  note: "note",
  notes: "note",
  dossier: "dossier",
  dossiers: "dossier",
}));

/** A filter from its name and value as typed; null when there is none of that name, or its value cannot be one. */
export function readFilter(typedName: string, typedValue: string): Filter | null {
  const name = names.get(fold(typedName));
  const value = typedValue.trim();
  if (name === undefined || value === "") return null;
  if (name === "type") {
    const type = types.get(fold(value));
    return type ? { name, value: type } : null;
  }
  if (name === "year") return /^\d{4}$/.test(value) ? { name, value } : null;
  if (name === "before" || name === "after") return LetterDate.safeParse(value).success ? { name, value } : null;
  return slugOf(value) === "" ? null : { name, value };
}

/** What a filter may look at. */
export interface Filtered {
  passage: Pick<Passage, "rubric">;
  document: FoundHead;
  rubric: Rubric | undefined;
  /** Of the document's collection. */
  collectionTitle: string;
  /** It is a note on that document, or stands in that dossier. */
  written?: "note" | "dossier" | null;
}

export function passes({ name, value }: Filter, { passage, document, rubric, collectionTitle, written = null }: Filtered): boolean {
  switch (name) {
    case "type":
      return value === (written ?? document.kind);
    case "year":
      return document.date?.startsWith(value) ?? false;
    case "before":
      return document.date !== null && document.date < value;
    case "after":
      return document.date !== null && document.date > value && !document.date.startsWith(value);
    case "rubric":
      return passage.rubric !== null && isNamed(value, passage.rubric, rubric?.title ?? "");
    case "collection":
      return document.collection !== null && isNamed(value, document.collection, collectionTitle);
    case "document":
      return document.id === value || document.id.endsWith(`/${value}`) || isNamed(value, document.id, document.title);
  }
}

/** Whether what was typed is the id, or the beginning of a word of the title. */
function isNamed(typed: string, id: string, title: string): boolean {
  const wanted = slugOf(typed);
  return slugOf(id) === wanted || `-${slugOf(title)}`.includes(`-${wanted}`);
}
