/** What is fuzzed: inputs made by chance from a seed, and what has to hold for each, whatever it is. */
import type { Chance } from "../bench/random.mjs";

export interface Target {
  /** Makes an input; the same chance makes the same one. */
  make(chance: Chance): Uint8Array;
  /** Throws an Error that says what does not hold. */
  check(input: Uint8Array): Promise<void>;
  /** What can only be seen after many inputs; called from time to time. Throws like `check`. */
  settle?(): Promise<void>;
}

/** `folder` is the only place where anything may be written; `forms` holds real letters to start from. */
export interface Ground {
  folder: string;
  forms: readonly Form[];
}

export interface Form {
  name: string;
  bytes: Uint8Array;
}

export function insist(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence);
}

/** A 32-bit seed for one input of a run. FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
export function seedOf(run: number, target: string, index: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(`${run}/${target}/${index}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}
