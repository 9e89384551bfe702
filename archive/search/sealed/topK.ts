/** The best of many: a heap whose root is the worst of those kept. Equal scores stand as `order` says, or else as they came. */

export interface Ranked {
  document: number;
  score: number;
}

export class TopK {
  readonly #most: number;
  readonly #order: ((a: number, b: number) => number) | undefined;
  #count = 0;
  /** The worst score kept, once there is no more room. */
  #least = Infinity;
  readonly #scores: number[] = [];
  readonly #documents: number[] = [];
  /** When each came: of two equal scores, the earlier is the better. */
  readonly #arrivals: number[] = [];
  #arrived = 0;

  constructor(most: number, order?: (a: number, b: number) => number) {
    this.#most = most;
    this.#order = order;
  }

  offer(document: number, score: number): void {
    const arrival = this.#arrived++;
    if (this.#count < this.#most) this.#place(this.#rise(this.#count++, document, score, arrival), document, score, arrival);
    else if (score > this.#least || (score === this.#least && this.#most > 0 && !this.#isWorse(document, score, arrival, 0))) {
      this.#place(this.#sink(document, score, arrival), document, score, arrival);
    } else return;
    if (this.#count === this.#most) this.#least = this.#score(0);
  }

  /** How many were offered. */
  get total(): number {
    return this.#arrived;
  }

  /** Those kept, best first. */
  ranked(): Ranked[] {
    const places = Array.from({ length: this.#count }, (_, place) => place);
    const inOrder = (a: number, b: number) => (this.#order ? this.#order(this.#document(a), this.#document(b)) : this.#arrival(a) - this.#arrival(b));
    places.sort((a, b) => this.#score(b) - this.#score(a) || inOrder(a, b));
    return places.map((place) => ({ document: this.#documents[place] as number, score: this.#score(place) }));
  }

  /** Moves worse parents down from a free place at the end; answers where the place is then. */
  #rise(end: number, document: number, score: number, arrival: number): number {
    let place = end;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (!this.#isWorse(document, score, arrival, parent)) break;
      this.#move(parent, place);
      place = parent;
    }
    return place;
  }

  /** Moves the worst children up from a free place at the root; answers where the place is then. */
  #sink(document: number, score: number, arrival: number): number {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#count) return place;
      if (child + 1 < this.#count && this.#isWorse(this.#document(child + 1), this.#score(child + 1), this.#arrival(child + 1), child)) child += 1;
      if (this.#isWorse(document, score, arrival, child)) return place;
      this.#move(child, place);
      place = child;
    }
  }

  #isWorse(document: number, score: number, arrival: number, than: number): boolean {
    const other = this.#score(than);
    if (score !== other) return score < other;
    return (this.#order ? this.#order(document, this.#document(than)) : arrival - this.#arrival(than)) > 0;
  }

  #move(from: number, to: number): void {
    this.#place(to, this.#documents[from] as number, this.#score(from), this.#arrival(from));
  }

  #place(place: number, document: number, score: number, arrival: number): void {
    this.#documents[place] = document;
    this.#scores[place] = score;
    this.#arrivals[place] = arrival;
  }

  #document(place: number): number {
    return this.#documents[place] as number;
  }

  #score(place: number): number {
    return this.#scores[place] as number;
  }

  #arrival(place: number): number {
    return this.#arrivals[place] as number;
  }
}
