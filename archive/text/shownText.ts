/**
 * A text as it is shown, where that is not how it is stored: each change keeps its place, so that what is searched and marked is the stored
 * text, and what is selected can be copied as it is stored. Nothing here is ever kept.
 */
import type { Mark } from "../model.ts";

/** The stored characters from `from` to `to` (none when equal) are shown as `text`. Offsets are in UTF-16 units. */
export interface Edit {
  from: number;
  to: number;
  text: string;
  /** Which stretches of `text` stand for which of the stored characters, when not all of it stands for all of them. */
  parts?: readonly EditPart[];
}

export interface EditPart {
  from: number;
  to: number;
  /** In the edit's text. */
  shown: Mark;
}

export interface ShownText {
  stored: string;
  /** As shown. */
  text: string;
  /** In order, without overlap. */
  edits: readonly Edit[];
}

/** Applies changes to a text. Of two that overlap, the first one given counts. */
export function showText(stored: string, edits: readonly Edit[]): ShownText {
  const kept: Edit[] = [];
  for (const edit of edits) if (!kept.some((other) => overlap(edit, other))) kept.push(edit);
  kept.sort((a, b) => a.from - b.from || a.to - b.to);
  let text = "";
  let at = 0;
  for (const edit of kept) {
    text += stored.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return { stored, text: text + stored.slice(at), edits: kept };
}

/** Two insertions at one place would have no order; an insertion at the edge of a change has one. */
function overlap(one: Edit, other: Edit): boolean {
  return (one.from < other.to && other.from < one.to) || (one.from === other.from && one.to === other.to);
}

/** Marks in the stored text as marks in the shown one: a word shown in two forms is marked twice. In order, without overlap. */
export function shownMarks({ stored, edits }: Pick<ShownText, "stored" | "edits">, marks: readonly Mark[]): Mark[] {
  return marks.flatMap(([from, to]) => {
    const ranges: Mark[] = [];
    const add = (start: number, end: number): void => {
      const last = ranges.at(-1);
      if (start >= end) return;
      if (last?.[1] === start) last[1] = end;
      else ranges.push([start, end]);
    };
    let [at, shift] = [0, 0];
    for (const edit of edits) {
      add(Math.max(from, at) + shift, Math.min(to, edit.from) + shift);
      for (const [start, end] of shownParts(edit, from, to)) add(edit.from + shift + start, edit.from + shift + end);
      shift += edit.text.length - (edit.to - edit.from);
      at = edit.to;
    }
    add(Math.max(from, at) + shift, Math.min(to, stored.length) + shift);
    return ranges;
  });
}

/** The stretches of an edit's text that stand for stored characters of a range. */
function shownParts({ from, to, text, parts }: Edit, start: number, end: number): Mark[] {
  const isInsertion = from === to;
  if (isInsertion ? !(start < from && to < end) : end <= from || to <= start) return [];
  if (!parts) return [[0, text.length]];
  return parts.filter((part) => part.from < end && start < part.to).map(({ shown }) => shown).sort(([a], [b]) => a - b);
}

/** The stored characters that a stretch of the shown text stands for; a change that is touched counts whole. */
export function storedRange({ stored, edits }: Pick<ShownText, "stored" | "edits">, from: number, to: number): Mark {
  let shift = 0;
  let [start, end] = [-1, -1];
  for (const edit of edits) {
    const [shownFrom, shownTo] = [edit.from + shift, edit.from + shift + edit.text.length];
    if (start < 0 && from < shownTo) start = from <= shownFrom ? from - shift : edit.from;
    if (end < 0 && to <= shownTo) end = to <= shownFrom ? to - shift : edit.to;
    shift += edit.text.length - (edit.to - edit.from);
  }
  if (start < 0) start = from - shift;
  if (end < 0) end = to - shift;
  return [Math.min(start, stored.length), Math.min(Math.max(start, end), stored.length)];
}

/** A stretch of a shown text, and the stored characters that it stands for. */
export interface ShownPiece extends ShownText {
  isMarked: boolean;
}

/** A shown text cut where marks, given in the stored text, begin and end. The pieces make up both texts, each character once. */
export function shownPieces(shown: ShownText, marks: readonly Mark[]): ShownPiece[] {
  const pieces: ShownPiece[] = [];
  let [at, storedAt] = [0, 0];
  const add = (to: number, isMarked: boolean): void => {
    if (to <= at) return;
    const text = shown.text.slice(at, to);
    const end = to === shown.text.length ? shown.stored.length : Math.max(storedAt, storedRange(shown, at, to)[1]);
    const stored = shown.stored.slice(storedAt, end);
    pieces.push({ stored, text, isMarked, edits: text === stored ? [] : [{ from: 0, to: stored.length, text }] });
    [at, storedAt] = [to, end];
  };
  // Two marks in one word that is shown in two forms mark both.
  for (const [from, to] of shownMarks(shown, marks).sort(([one], [other]) => one - other)) {
    add(from, false);
    add(to, true);
  }
  add(shown.text.length, false);
  return pieces;
}
