/**
 * Posting lists while they grow: one for each slot (a term in a field). A posting is kept as a varint, four times the number of documents
 * skipped since the posting before, plus how often the term stands there beyond once; 3 means that a second varint follows, to which 4 is added.
 * Once a list is whole, its numbers are known well enough to be written in fewer bits.
 */
import { ByteChains } from "./byteChains.ts";
import { ByteReader } from "./byteReader.ts";
import { ByteWriter } from "./byteWriter.ts";
import { grown } from "./grown.ts";

/** What is known of a list, side by side. */
const stateSize = 3;
/** The first document that it could still take. */
const nextAt = 0;
/** How many postings it has. */
const countAt = 1;
/** The sum of frequencies beyond one. */
const excessAt = 2;

export class PostingChains {
  readonly #chains = new ByteChains();
  readonly #list = new ByteWriter();
  #states = new Uint32Array(1024 * stateSize);

  /** Adds a posting. Documents come in ascending order. */
  add(slot: number, document: number, frequency: number): void {
    const state = slot * stateSize;
    this.#states = grown(this.#states, state + stateSize);
    const states = this.#states;
    const skipped = document - (states[state + nextAt] as number);
    states[state + nextAt] = document + 1;
    states[state + countAt] = (states[state + countAt] as number) + 1;
    states[state + excessAt] = (states[state + excessAt] as number) + frequency - 1;
    this.#chains.varint(slot, skipped * 4 + Math.min(frequency - 1, 3));
    if (frequency > 3) this.#chains.varint(slot, frequency - 4);
  }

  /** Postings in a list. */
  count(slot: number): number {
    return this.#states[slot * stateSize + countAt] ?? 0;
  }

  /** How often its term stands in all documents of a list together, beyond once in each. */
  excess(slot: number): number {
    return this.#states[slot * stateSize + excessAt] ?? 0;
  }

  /** Gives the postings of a list: documents skipped since the one before, and the frequency. */
  read(slot: number, give: (skipped: number, frequency: number) => void): void {
    this.#list.clear();
    this.#chains.copy(slot, this.#list);
    const reader = new ByteReader(this.#list.written());
    for (let left = this.count(slot); left > 0; left -= 1) {
      const value = reader.varint();
      const beyond = value & 3;
      give(value >>> 2, beyond < 3 ? beyond + 1 : reader.varint() + 4);
    }
  }
}
