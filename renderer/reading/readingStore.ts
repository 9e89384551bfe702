/** How far each letter was read, as this window knows it; every change is told to the shell, which keeps it. */
import { useSyncExternalStore } from "react";
import { bridge, type ReadingState } from "../bridge.ts";
import type { Resting } from "./resting.ts";

let states: ReadonlyMap<string, ReadingState> = new Map();
const listeners = new Set<() => void>();
/** Letters marked unread by hand, and not opened anew since: going on in them marks nothing. */
const leftAlone = new Set<string>();

/** Once, as the window starts. */
export async function followReading(): Promise<void> {
  const answer = await bridge.readingStates();
  if (!answer.ok) return;
  states = new Map(answer.value.flatMap(({ letter, state }) => (state ? [[letter, state] as const] : [])));
  tell();
}

/** The reader came to rest somewhere in a letter: it is started, or read when its end is seen. What was read stays so. */
export function noteRest(letter: string, { section, paragraph, share, isAtEnd }: Resting): void {
  if (leftAlone.has(letter) || states.get(letter)?.kind === "read") return;
  const at = Date.now();
  keep(letter, isAtEnd ? { kind: "read", at } : { kind: "started", section, paragraph, share, at });
}

/** The letter was opened. */
export function beginReading(letter: string): void {
  leftAlone.delete(letter);
}

/** By hand. */
export function markRead(letter: string, isRead: boolean): void {
  if (!isRead) leftAlone.add(letter);
  keep(letter, isRead ? { kind: "read", at: Date.now() } : null);
}

export function readingOf(letter: string): ReadingState | null {
  return states.get(letter) ?? null;
}

/** Null for a letter that is unread. */
export function useReading(letter: string): ReadingState | null {
  return useSyncExternalStore(subscribe, () => readingOf(letter));
}

/** Of all letters that are not unread; a new map with each change. */
export function useReadings(): ReadonlyMap<string, ReadingState> {
  return useSyncExternalStore(subscribe, () => states);
}

function keep(letter: string, state: ReadingState | null): void {
  const changed = new Map(states);
  changed.delete(letter);
  if (state) changed.set(letter, state);
  states = changed;
  void bridge.keepReading({ letter, state });
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
