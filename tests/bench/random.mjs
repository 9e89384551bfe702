/** Seeded chance: the same seed gives the same bench. mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md */

export class Chance {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed | 0;
  }

  /** A whole number from 0 to `end`, the end excluded. @param {number} end */
  below(end) {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % end;
  }

  /** @template T @param {readonly T[]} some @returns {T} */
  oneOf(some) {
    return /** @type {T} */ (some[this.below(some.length)]);
  }

  /** True once in so many times. @param {number} times */
  onceIn(times) {
    return this.below(times) === 0;
  }
}
