/** What the palette can lead to, and which of it answers to what is typed. Accents, case and the order of the words make no difference. Pure. */
import { fold } from "../../archive/text/fold.ts";
import type { ActionId } from "../bridge.ts";
import type { Library } from "../library.ts";
import { dateInWords } from "../words/dates.ts";

export type Destination = { kind: "letters" | "reports" | "rubrics" | "collections" | "recent" | "search"; id: string } | { kind: "actions"; id: ActionId };

/** The order in which kinds stand when nothing tells them apart. */
export const kinds = ["recent", "letters", "reports", "rubrics", "collections", "actions", "search"] as const;

export interface PaletteItem {
  to: Destination;
  name: string;
  /** Stands beside the name: a date, a collection. */
  about: string;
  /** Folded; those of the name come first. */
  words: string[];
  /** How many of the words are the name's. */
  ofName: number;
}

export interface PaletteGroup {
  kind: Destination["kind"];
  items: PaletteItem[];
}

const separators = /[^\p{L}\p{N}]+/u;

function wordsOf(text: string): string[] {
  return fold(text).split(separators).filter(Boolean);
}

export function paletteItem(to: Destination, name: string, about = ""): PaletteItem {
  const ofName = wordsOf(name);
  return { to, name, about, words: [...ofName, ...wordsOf(about)], ofName: ofName.length };
}

/** Everything that the library holds, newest letters first, under titles as `shown`. */
export function libraryItems({ letters, reports, rubrics, collections, collection }: Library, language: string, shown: (title: string, document: string) => string): PaletteItem[] {
  const dates = new Map<string | null, string>();
  const inWords = (date: string | null): string => {
    const known = dates.get(date) ?? dateInWords(date, language);
    dates.set(date, known);
    return known;
  };
  const aboutOf = (head: { date: string | null; collection: string }): string => [inWords(head.date), collection(head.collection)?.title].filter(Boolean).join(" · ");
  return [
    ...letters.map((head) => paletteItem({ kind: "letters", id: head.id }, shown(head.title, head.id), aboutOf(head))),
    ...reports.map((head) => paletteItem({ kind: "reports", id: head.id }, shown(head.title, head.id), aboutOf(head))),
    ...rubrics.map(({ rubric }) => paletteItem({ kind: "rubrics", id: rubric.id }, rubric.title)),
    ...collections.map(({ id, title }) => paletteItem({ kind: "collections", id }, title)),
  ];
}

/** How many of a kind are shown at most: while nothing is typed, and once something is. */
const mostAtFirst: Record<Destination["kind"], number> = { recent: 5, letters: 5, reports: 0, rubrics: 0, collections: 0, actions: 100, search: 0 };
const most = 8;

/** The items that have a word beginning with each word typed, the best of each kind first, the kind of the best one first. */
export function answering(items: readonly PaletteItem[], typed: string): PaletteGroup[] {
  const wanted = wordsOf(typed);
  const isEmpty = wanted.length === 0;
  const found = items.map((item) => ({ item, score: isEmpty ? 1 : scoreOf(item, wanted) })).filter(({ score }) => score > 0);
  const groups = kinds.map((kind) => {
    const ofKind = found.filter(({ item }) => item.to.kind === kind);
    if (!isEmpty) ofKind.sort((a, b) => b.score - a.score);
    const shown = ofKind.slice(0, isEmpty ? mostAtFirst[kind] : most);
    return { kind, best: shown[0]?.score ?? 0, items: shown.map(({ item }) => item) };
  });
  return groups.filter(({ items: shown }) => shown.length > 0).sort((a, b) => b.best - a.best);
}

/** 0 when a word is nowhere; words of the name weigh more than those beside it, whole ones more than beginnings, the first one most. */
function scoreOf({ words, ofName }: PaletteItem, wanted: readonly string[]): number {
  let sum = 0;
  for (const word of wanted) {
    let best = 0;
    for (let index = 0; index < words.length; index++) {
      const own = words[index];
      if (!own?.startsWith(word)) continue;
      best = Math.max(best, 4 + (own.length === word.length ? 2 : 0) + (index < ofName ? 1 : 0) + (index === 0 ? 1 : 0));
    }
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}
