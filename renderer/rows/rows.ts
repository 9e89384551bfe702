/** Letters and sections in a row, oldest first, to be read one after the other: a rubric, a year, a collection, everything. Pure. */
import type { LetterHead, SectionHead } from "../../archive/model.ts";
import type { Row } from "../bridge.ts";

/** A place to stop at: a section where the row is a rubric's, a whole letter otherwise. */
export interface Stop {
  letter: LetterHead;
  section: SectionHead | null;
}

export interface Position {
  row: Row;
  /** Of where one is, from 1. */
  number: number;
  count: number;
  previous: Stop | null;
  next: Stop | null;
}

export interface Here {
  id: string;
  section: string | null;
}

/** `letters` come newest first, as on the shelf; those without a date are the last there, and the first in a row. */
export function stopsOf(row: Row, letters: readonly LetterHead[]): Stop[] {
  return letters.toReversed().flatMap((letter): Stop[] => {
    if (row.kind === "rubric") return letter.sections.filter(({ rubric }) => rubric === row.id).map((section) => ({ letter, section }));
    return isIn(row, letter) ? [{ letter, section: null }] : [];
  });
}

/** Where one is in a row; null when one is nowhere in it. In a letter of a rubric, outside of its sections, it is the first of these. */
export function positionIn(row: Row, letters: readonly LetterHead[], { id, section }: Here): Position | null {
  const stops = stopsOf(row, letters);
  const exact = stops.findIndex((stop) => stop.letter.id === id && stop.section !== null && stop.section.id === section);
  const at = exact >= 0 ? exact : stops.findIndex(({ letter }) => letter.id === id);
  if (at < 0) return null;
  return { row, number: at + 1, count: stops.length, previous: stops[at - 1] ?? null, next: stops[at + 1] ?? null };
}

/** The row that one is in when none was chosen: the letter's collection, or everything for one that stands alone in it. */
export function usualRow(letter: LetterHead, letters: readonly LetterHead[]): Row {
  const hasNeighbours = letters.some(({ id, collection }) => id !== letter.id && collection === letter.collection);
  return hasNeighbours || letters.length < 2 ? { kind: "collection", id: letter.collection } : { kind: "all" };
}

/** All rows that a letter stands in: of its rubrics (that of the section first), its year, its collection, and everything when that is more. */
export function rowsOf(letter: LetterHead, section: string | null, collections: number): Row[] {
  const current = letter.sections.find(({ id }) => id === section)?.rubric ?? null;
  const rubrics = new Set([current, ...letter.sections.map(({ rubric }) => rubric)]);
  return [
    ...[...rubrics].filter((id) => id !== null).map((id): Row => ({ kind: "rubric", id })),
    ...(letter.date === null ? [] : [{ kind: "year", year: letter.date.slice(0, 4) } as const]),
    { kind: "collection", id: letter.collection },
    ...(collections > 1 ? [{ kind: "all" } as const] : []),
  ];
}

/** Tells one row from another. */
export function rowKey(row: Row): string {
  if (row.kind === "all") return "all";
  return `${row.kind}:${row.kind === "year" ? row.year : row.id}`;
}

function isIn(row: Exclude<Row, { kind: "rubric" }>, { date, collection }: LetterHead): boolean {
  if (row.kind === "all") return true;
  return row.kind === "year" ? (date?.slice(0, 4) ?? "") === row.year : collection === row.id;
}
