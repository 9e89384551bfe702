/** The patterns by which words are parted, a large part of the window's code: loaded when a text is first justified, which then shows with them. */
import { useSyncExternalStore } from "react";

type HyphenEdits = typeof import("./hyphens.ts").hyphenEdits;

let loaded: HyphenEdits | null = null;
const listeners = new Set<() => void>();

/** Null where they are not wanted, or not there yet. */
export function useHyphens(isWanted: boolean): HyphenEdits | null {
  const hyphens = useSyncExternalStore(isWanted ? subscribe : neverChanges, () => loaded);
  return isWanted ? hyphens : null;
}

function subscribe(listener: () => void): () => void {
  if (!loaded && listeners.size === 0) void load();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function load(): Promise<void> {
  loaded = (await import("./hyphens.ts")).hyphenEdits;
  for (const listener of listeners) listener();
}

function neverChanges(): () => void {
  return () => undefined;
}
