/** The shelf's letters, parted: by year, by collection, or section by section under their rubrics. Pure. */
import type { Collection, LetterHead, Rubric, SectionHead } from "../../archive/model.ts";
import type { Row, Settings } from "../bridge.ts";

/** A line of the shelf: a letter, or one of its sections. */
export interface ShelfItem {
  letter: LetterHead;
  section: SectionHead | null;
}

export interface ShelfGroup {
  /** Unique among the groups. */
  id: string;
  /** Empty for what has no year, or no rubric. */
  title: string;
  /** Number of items in the whole group. */
  count: number;
  /** As they come, which is newest first. */
  items: ShelfItem[];
  /** What is read in a row from here; null for sections without a rubric. */
  row: Row | null;
}

interface Shelf {
  /** Newest first. */
  letters: readonly LetterHead[];
  /** Most used first. */
  rubrics: readonly { rubric: Rubric }[];
  collections: readonly Collection[];
}

/** Groups without items are left out; every letter, or section of one, is in one group. */
export function shelfGroups(grouping: Settings["shelfGrouping"], { letters, rubrics, collections }: Shelf): ShelfGroup[] {
  if (grouping === "rubric") {
    const items = groupBy(sectionsOf(letters), ({ section }) => section.rubric);
    const known = rubrics.map(({ rubric: { id, title } }) => groupOf(`rubric-${id}`, title, items.get(id), { kind: "rubric", id }));
    return [...known, groupOf("rubric-none", "", items.get(null), null)].filter(({ count }) => count > 0);
  }
  if (grouping === "collection") {
    const items = groupBy(letters.map(itemOf), ({ letter }) => letter.collection);
    return collections.map(({ id, title }) => groupOf(`collection-${id}`, title, items.get(id), { kind: "collection", id })).filter(({ count }) => count > 0);
  }
  const items = groupBy(letters.map(itemOf), ({ letter }) => letter.date?.slice(0, 4) ?? "");
  return Array.from(items, ([year, ofYear]) => groupOf(`year-${year}`, year, ofYear, { kind: "year", year }));
}

/** The first so many items, in their groups; the counts stay those of the whole. */
export function firstItems(groups: readonly ShelfGroup[], most: number): ShelfGroup[] {
  const shown: ShelfGroup[] = [];
  let left = most;
  for (const group of groups) {
    if (left <= 0) break;
    shown.push({ ...group, items: group.items.slice(0, left) });
    left -= group.items.length;
  }
  return shown;
}

function groupOf(id: string, title: string, items: ShelfItem[] = [], row: Row | null): ShelfGroup {
  return { id, title, count: items.length, items, row };
}

function itemOf(letter: LetterHead): ShelfItem {
  return { letter, section: null };
}

function sectionsOf(letters: readonly LetterHead[]): { letter: LetterHead; section: SectionHead }[] {
  return letters.flatMap((letter) => letter.sections.map((section) => ({ letter, section })));
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
