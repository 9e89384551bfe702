/** Imports as this window sees them: the one under way, those kept, the PDFs that wait for a password, and an end that nobody looked at yet. */
import { useSyncExternalStore } from "react";
import { bridge, type ImportHead, type ImportsState, type LibrarianEvent, type RunningImport } from "../bridge.ts";

interface ImportsSeen extends ImportsState {
  /** An import whose end this window was told of, until it is looked at or put away. */
  ended: ImportHead | null;
  /** The same, whatever became of it. */
  latest: ImportHead | null;
  /** The one under way was lost with the process it ran in, until that is put away. */
  isInterrupted: boolean;
}

let seen: ImportsSeen = { running: null, kept: [], locked: [], packs: [], unseen: null, ended: null, latest: null, isInterrupted: false };
const listeners = new Set<() => void>();

function see(change: Partial<ImportsSeen>): void {
  seen = { ...seen, ...change };
  for (const listener of listeners) listener();
}

function hear(event: LibrarianEvent): void {
  if (event.event === "progress") see({ running: event.running });
  else if (event.event === "imports") take(event.state);
  else if (event.event === "restarted") {
    see({ isInterrupted: seen.running !== null, running: null, locked: [], packs: [] });
    askState();
  }
}

function askState(): void {
  void bridge.imports().then((answer) => answer.ok && take(answer.value));
}

function take(state: ImportsState): void {
  const ran = state.unseen ?? seen.running?.id;
  const ended = ran !== undefined && state.running?.id !== ran ? state.kept.find(({ id }) => id === ran) : undefined;
  see({ ...state, ...(ended && { ended, latest: ended }), ...(state.running && { isInterrupted: false }) });
}

/** Once, as the window starts. */
export function followImports(): void {
  bridge.onLibrarian(hear);
  askState();
}

/** The end was looked at. */
export function putEndAway(): void {
  if (seen.ended || seen.isInterrupted) see({ ended: null, isInterrupted: false });
}

export function useInterruption(): boolean {
  return useSyncExternalStore(subscribe, () => seen.isInterrupted);
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

/** The import that ended last while this window was open. */
export function useLatest(): ImportHead | null {
  return useSyncExternalStore(subscribe, () => seen.latest);
}

/** Latest first. */
export function useKept(): ImportHead[] {
  return useSyncExternalStore(subscribe, () => seen.kept);
}

export function usePacks(): ImportsState["packs"] {
  return useSyncExternalStore(subscribe, () => seen.packs);
}

export function useLocked(): ImportsState["locked"] {
  return useSyncExternalStore(subscribe, () => seen.locked);
}
