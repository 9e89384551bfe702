/**
 * Where one is, and how one got there: what the list shows, what the sheet shows, and the journey back and forward. Pure; nothing
 * here draws or remembers outside its values.
 */
import type { SearchTerm } from "../archive/model.ts";
import type { MissingDocument } from "../archive/resolveLink.ts";
import type { ParagraphAddress } from "../archive/text/paragraph.ts";
import type { Row } from "./bridge.ts";

export type ListPlace =
  | { kind: "letters"; collection: string | null }
  | { kind: "rubrics" }
  | { kind: "reports" }
  | { kind: "imports" }
  | { kind: "dossiers" }
  | { kind: "notes" }
  | { kind: "search"; text: string };

export type SheetPlace =
  | { kind: "start" }
  /**
   * `terms` are marked; the first mark of the section is brought into view, or else the `link` of that address, or the `paragraph`, or the person's `note`. `row` is what it is
   * read in a row of, the letter's collection when absent.
   */
  | { kind: "letter"; id: string; section: string | null; terms: SearchTerm[]; link?: string; paragraph?: Pick<ParagraphAddress, "index" | "start">; row?: Row; note?: string }
  | { kind: "rubric"; id: string }
  /** `page` counts from 1, null being where it was last read; `words` are what was searched, `beside` is the letter that led here. */
  | { kind: "report"; id: string; page: number | null; terms: SearchTerm[]; words?: string; beside?: Beside; note?: string }
  /** The report of an import. */
  | { kind: "import"; id: string }
  /** What is known of an imported document, to correct; `imported` is the import that is being looked over. */
  | { kind: "card"; id: string; imported: string | null }
  | { kind: "bin" }
  /** `terms` are marked; the `item` is brought into view. */
  | { kind: "dossier"; id: string; item?: string | null; terms?: SearchTerm[] }
  /** A document that this archive does not carry, and what the link tells of it. */
  | { kind: "missing"; id: string; missing: MissingDocument };

export type LetterPlace = Extract<SheetPlace, { kind: "letter" }>;

/** A letter to be read beside a report. */
export interface Beside {
  letter: string;
  section: string | null;
  /** The address of the link to bring into view. */
  link: string;
}

export interface Place {
  /** Tells one arrival at the sheet from another, also at the same document; searching and looking through lists are none. */
  visit: number;
  list: ListPlace;
  sheet: SheetPlace;
  /** Which of the two is seen when there is room for one only. */
  front: "list" | "sheet";
}

export interface Journey {
  past: Place[];
  present: Place;
  future: Place[];
}

/** A document opened at its beginning. */
export function documentPlace(kind: "letter" | "report", id: string): SheetPlace {
  return kind === "letter" ? { kind, id, section: null, terms: [] } : { kind, id, page: null, terms: [] };
}

/** A passage by its id: a section of a letter, or a page of a report (`#p12`). */
export function passagePlace(id: string, isPage: boolean): SheetPlace {
  const [document = "", part = ""] = id.split("#");
  return isPage ? { kind: "report", id: document, page: Number(part.slice(1)), terms: [] } : { kind: "letter", id: document, section: part, terms: [] };
}

export const start: Journey = {
  past: [],
  present: { visit: 0, list: { kind: "letters", collection: null }, sheet: { kind: "start" }, front: "list" },
  future: [],
};

/** Visits remembered on each side; more would only be weight. */
const longest = 200;

/** Opens something in the sheet. */
export function open(journey: Journey, sheet: SheetPlace): Journey {
  return go(journey, { sheet, front: "sheet" });
}

/** Shows another list, the sheet staying as it is. */
export function showList(journey: Journey, list: ListPlace): Journey {
  return go(journey, { list, front: "list" });
}

/** Follows what is being typed: one visit for a whole search, none left behind when the box is emptied. */
export function type(journey: Journey, text: string): Journey {
  const { present } = journey;
  if (text === "") return present.list.kind === "search" ? leaveSearch(journey) : journey;
  const list: ListPlace = { kind: "search", text };
  return present.list.kind === "search" ? replace(journey, { list, front: "list" }) : go(journey, { list, front: "list" });
}

/** Notes where the reader got to in the sheet, without making it a visit. */
export function settle(journey: Journey, sheet: SheetPlace): Journey {
  return replace(journey, { sheet });
}

/** Leaves what the sheet showed in a visit, which is gone, for another place or the one before; nothing when one has gone on already. The list stays. */
export function leave(journey: Journey, visit: number, instead?: SheetPlace): Journey {
  if (journey.present.visit !== visit) return journey;
  const before = journey.past.findLast((place) => place.visit !== visit);
  return replace({ ...journey, future: [] }, { sheet: instead ?? before?.sheet ?? { kind: "start" }, visit: nextVisit(journey) });
}

export function back(journey: Journey): Journey {
  const present = journey.past.at(-1);
  if (!present) return journey;
  return { past: journey.past.slice(0, -1), present, future: [journey.present, ...journey.future] };
}

export function forward(journey: Journey): Journey {
  const [present, ...future] = journey.future;
  if (!present) return journey;
  return { past: [...journey.past, journey.present], present, future };
}

function go(journey: Journey, change: Partial<Place>): Journey {
  const { past, present } = journey;
  const visit = change.sheet ? nextVisit(journey) : present.visit;
  return { past: [...past, present].slice(-longest), present: { ...present, ...change, visit }, future: [] };
}

/** The list is again the one that the search began from, and that visit goes on; after a result was opened, it is the letters. */
function leaveSearch(journey: Journey): Journey {
  const before = journey.past.at(-1);
  if (!before || before.list.kind === "search") return replace(journey, { list: { kind: "letters", collection: null } });
  return replace({ ...journey, past: journey.past.slice(0, -1) }, { list: before.list });
}

function replace(journey: Journey, change: Partial<Place>): Journey {
  return { ...journey, present: { ...journey.present, ...change } };
}

function nextVisit({ past, present, future }: Journey): number {
  return Math.max(...[...past, present, ...future].map(({ visit }) => visit)) + 1;
}
