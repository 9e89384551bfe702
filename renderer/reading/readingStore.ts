/** How far each letter and report was read, as this window knows it; every change is told to the shell, which keeps it. */
import { useSyncExternalStore } from "react";
import type { Failure } from "../../archive/model.ts";
import { bridge, type ReadingState } from "../bridge.ts";
import type { Resting } from "./resting.ts";

let states: ReadonlyMap<string, ReadingState> = new Map();
/** Why the last change could not be written. */
let failure: Failure | null = null;
const listeners = new Set<() => void>();
/** Documents marked unread by hand, and not opened anew since: going on in them marks nothing. */
const leftAlone = new Set<string>();

/** Once, as the window starts. */
export async function followReading(): Promise<void> {
  const answer = await bridge.readingStates();
  if (!answer.ok) return;
  states = new Map(answer.value.flatMap(({ document, state }) => (state ? [[document, state] as const] : [])));
  tell();
}

/** The reader came to rest somewhere in a letter: it is started, or read when its end is seen. What was read stays so. */
export function noteRest(letter: string, { section, paragraph, share, isAtEnd }: Resting): void {
  const at = Date.now();
  noteProgress(letter, isAtEnd ? { kind: "read", at } : { kind: "started", section, paragraph, share, at });
}

/** The reader came to rest on a page of a report, of `count`: it is started, or read on the last one. */
export function notePage(report: string, page: number, count: number): void {
  const at = Date.now();
  noteProgress(report, page >= count ? { kind: "read", at } : { kind: "onPage", page, share: page / count, at });
}

/** The document was opened. */
export function beginReading(document: string): void {
  leftAlone.delete(document);
}

/** A change made by hand, and the way back to how it was before. */
interface Marked {
  count: number;
  /** Whether nothing has changed of it since. */
  isLatest(): boolean;
  undo(): void;
}

/** By hand: those that are not so already. Null when there was nothing to change. */
export function markAll(documents: Iterable<string>, isRead: boolean): Marked | null {
  const changed = [...documents].filter((id) => (isRead ? states.get(id)?.kind !== "read" : states.has(id)));
  if (changed.length === 0) return null;
  const before = changed.map((id) => [id, readingOf(id)] as const);
  const at = Date.now();
  for (const id of changed) if (!isRead) leftAlone.add(id);
  keep(changed.map((id) => [id, isRead ? { kind: "read", at } : null] as const));
  const made = new Map(changed.map((id) => [id, readingOf(id)]));
  return {
    count: changed.length,
    isLatest: () => changed.every((id) => readingOf(id) === made.get(id)),
    undo() {
      for (const id of changed) leftAlone.delete(id);
      keep(before);
    },
  };
}

export function readingOf(document: string): ReadingState | null {
  return states.get(document) ?? null;
}

/** Null for a document that is unread. */
export function useReading(document: string): ReadingState | null {
  return useSyncExternalStore(onReadings, () => readingOf(document));
}

/** Of all documents that are not unread; a new map with each change. */
export function useReadings(): ReadonlyMap<string, ReadingState> {
  return useSyncExternalStore(onReadings, () => states);
}

/** Why the last change could not be written; null when it was. */
export function useReadingFailure(): Failure | null {
  return useSyncExternalStore(onReadings, () => failure);
}

function noteProgress(document: string, state: ReadingState): void {
  if (leftAlone.has(document) || states.get(document)?.kind === "read") return;
  keep([[document, state]]);
}

function keep(changes: readonly (readonly [string, ReadingState | null])[]): void {
  const changed = new Map(states);
  for (const [document, state] of changes) {
    if (state) changed.set(document, state);
    else changed.delete(document);
  }
  states = changed;
  void bridge.keepReadings(changes.map(([document, state]) => ({ document, state }))).then((answer) => {
    failure = answer.ok ? null : answer.failure;
    tell();
  });
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Calls back on every change; gives the way to stop. */
export function onReadings(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
