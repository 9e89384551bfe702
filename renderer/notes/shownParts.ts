/**
 * The sections and pages on screen, and on them what the person marked: painted by CSS Custom Highlights like what is searched, with a sign in the margin that the keyboard reaches. Those who
 * show a text tell of it, and of its going; whoever makes notes need not know where they are seen.
 */
import type { PlacedNote } from "../../archive/note.ts";
import { type NoteColour, noteColours } from "../../archive/noteColours.ts";
import { anchorText, findQuote } from "../../archive/text/anchor.ts";
import { clearMarks, rangesOf, showMarks, type TextPlace } from "../marks/highlight.ts";
import { notesNow, onNotes } from "./noteStore.ts";
import { placeSigns, removeSigns, type SignWords } from "./noteSigns.ts";

export interface ShownPart {
  /** Its id: a section, or a page. */
  passage: string;
  /** What of it is text. */
  element: HTMLElement;
  /** Where its signs stand; placed, and as high as the text. */
  signs: HTMLElement;
  /** A drawn page, over which its text lies. */
  isPage: boolean;
  /** Its text as it is stored, with the way to what is shown. */
  read(): { text: string; places: TextPlace[] };
}

export interface PaintedNote {
  placed: PlacedNote;
  ranges: Range[];
}

interface Painted {
  part: ShownPart;
  notes: PaintedNote[];
  owners: Record<NoteColour, object>;
}

const painted = new Map<ShownPart, Painted>();
let wanted: { id: string | null; visit: number } = { id: null, visit: -1 };
let words: SignWords | null = null;

/** Once, as the window starts. */
export function followShownParts(): void {
  onNotes(() => {
    for (const part of painted.keys()) repaint(part);
  });
}

/** What signs say, and whom they tell that one was pressed; gives the way to stop. */
export function nameSigns(given: SignWords): () => void {
  words = given;
  for (const part of painted.keys()) replaceSigns(part);
  return () => {
    if (words === given) words = null;
  };
}

/** Has a text's notes painted from now on; gives the way to stop. */
export function showPart(part: ShownPart): () => void {
  painted.set(part, { part, notes: [], owners: Object.fromEntries(noteColours.map((colour) => [colour, {}])) as Record<NoteColour, object> });
  repaint(part);
  return () => {
    const shown = painted.get(part);
    if (!shown) return;
    for (const owner of Object.values(shown.owners)) clearMarks(owner);
    removeSigns(part);
    painted.delete(part);
  };
}

/** To be called when the text is shown in another way. */
export function repaint(part: ShownPart): void {
  const shown = painted.get(part);
  if (!shown) return;
  const here = notesNow().filter(({ place }) => place?.passage === part.passage);
  shown.notes = here.length === 0 ? [] : findAll(part, here);
  for (const colour of noteColours) {
    const ranges = shown.notes.filter(({ placed }) => placed.note.colour === colour).flatMap((each) => each.ranges);
    showMarks(shown.owners[colour], ranges, part.isPage ? `note-${colour}-page` : `note-${colour}`);
  }
  replaceSigns(part);
  if (shown.notes.some(({ placed }) => placed.note.id === wanted.id)) bringWanted();
}

/** To be called when the text has another size. */
export function replaceSigns(part: ShownPart): void {
  const shown = painted.get(part);
  if (shown && words) placeSigns(part, shown.notes, words);
}

function findAll(part: ShownPart, here: readonly PlacedNote[]): PaintedNote[] {
  const { text, places } = part.read();
  const ready = anchorText(text);
  return here.flatMap((placed) => {
    const found = placed.place && findQuote(ready, placed.place.quote, placed.place.position.start);
    const ranges = found ? rangesOf(places, [[found.start, found.end]]) : [];
    return ranges.length > 0 ? [{ placed, ranges }] : [];
  });
}

/** The note that is seen at a point of the window; of several, the shortest. */
export function noteAt(x: number, y: number): PaintedNote | null {
  const hit = [...painted.values()].flatMap(({ notes }) => notes.filter(({ ranges }) => ranges.some((range) => isAt(range, x, y))));
  return hit.toSorted((a, b) => a.placed.note.target.quote.exact.length - b.placed.note.target.quote.exact.length)[0] ?? null;
}

function isAt(range: Range, x: number, y: number): boolean {
  return Array.from(range.getClientRects()).some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
}

/** Brings a note before the reader's eyes, now or as soon as its text is there, once for each visit; null gives up waiting. */
export function wantNote(id: string | null, visit: number): void {
  if (wanted.visit === visit) return;
  wanted = { id, visit };
  bringWanted();
}

function bringWanted(): void {
  const found = [...painted.values()].flatMap(({ notes }) => notes).find(({ placed }) => placed.note.id === wanted.id);
  if (!found) return;
  wanted = { ...wanted, id: null };
  found.ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
}

/** The parts on screen that a range touches, in reading order. */
export function partsIn(range: Range): ShownPart[] {
  const touched = [...painted.keys()].filter(({ element }) => element.isConnected && range.intersectsNode(element));
  return touched.toSorted((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** The sections or pages of the text that `near` stands in, or else of all texts that are shown, in the order they are read, also out of sight. */
export function shownPartsOf(near: Node | null): ShownPart[] {
  const all = [...painted.keys()]
    .filter(({ element }) => element.getBoundingClientRect().height > 0)
    .toSorted((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const sheet = (near instanceof Element ? near : near?.parentElement)?.closest("section.sheet");
  const here = all.filter(({ element }) => sheet?.contains(element));
  return here.length > 0 ? here : all;
}
