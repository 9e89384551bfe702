/** Imports as this window sees them: the one under way, those kept, the PDFs that wait for a password, and an end that nobody looked at yet. */
import { useSyncExternalStore } from "react";
import { bridge, type ImportHead, type ImportsState, type LibrarianEvent, type RunningImport } from "../bridge.ts";

interface ImportsSeen extends ImportsState {
  /** An import that ended while this window was open, until it is looked at or put away. */
  ended: ImportHead | null;
}

let seen: ImportsSeen = { running: null, kept: [], locked: [], ended: null };
const listeners = new Set<() => void>();

function see(change: Partial<ImportsSeen>): void {
  seen = { ...seen, ...change };
  for (const listener of listeners) listener();
}

function hear(event: LibrarianEvent): void {
  if (event.event === "progress") see({ running: event.running });
  else if (event.event === "imports") take(event.state);
}

function take(state: ImportsState): void {
  const ran = seen.running?.id;
  const ended = ran !== undefined && state.running?.id !== ran ? state.kept.find(({ id }) => id === ran) : undefined;
  see({ ...state, ...(ended && { ended }) });
}

/** Once, as the window starts. */
export function followImports(): void {
  bridge.onLibrarian(hear);
  void bridge.imports().then((answer) => answer.ok && take(answer.value));
}

/** The end was looked at. */
export function putEndAway(): void {
  if (seen.ended) see({ ended: null });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useRunning(): RunningImport | null {
  return useSyncExternalStore(subscribe, () => seen.running);
}

export function useEnded(): ImportHead | null {
  return useSyncExternalStore(subscribe, () => seen.ended);
}

/** Latest first. */
export function useKept(): ImportHead[] {
  return useSyncExternalStore(subscribe, () => seen.kept);
}

export function useLocked(): ImportsState["locked"] {
  return useSyncExternalStore(subscribe, () => seen.locked);
}
