import type { Passage } from "../corpus.mjs";
import type { Typed } from "../workload.mjs";

export interface Found {
  /** The ten best, best first. */
  ids: string[];
  /** Passages that answer, where the engine says. */
  total?: number;
}

/** What the bench asks of an engine. Each is asked in a process of its own. */
export interface Engine {
  /** Builds an index over passages and saves it to a file, or says "unsaved" when it has no file. */
  build(passages: readonly Passage[], file: string): Promise<Opened | void>;
  /** Opens a saved index. */
  open(file: string): Promise<Opened>;
}

export interface Opened {
  search(typed: Typed): Found | Promise<Found>;
}
