/**
 * The order in which MiniSearch visits terms. It keeps them in a radix tree whose nodes are Maps, read in the order their
 * edges were set; an edge that is split is set anew, and so moves to the end. This order decides in which order scores
 * are added (floating-point sums differ in their last bits) and how equal scores are ranked. So a sealed index keeps, for each term, its
 * place in that order: that of an index to which the passages were added, for one that MiniSearch has saved and loaded visits them
 * in another, and so differs from itself in the last bits of its scores. Follows `createPath` of SearchableMap, MiniSearch 7.2.0:
 * https://github.com/lucaong/minisearch/blob/v7.2.0/src/SearchableMap/SearchableMap.ts
 */
import { grown } from "./grown.ts";

/** No node: the root is nobody's child. */
const none = 0;

/** Terms are numbered from 0 as they are first met. Nodes are numbers; a node without a label marks the end of a term. */
export class RadixOrder {
  readonly #terms: string[] = [];
  #nodes = 1;
  /** The term that a node's label is cut from, and where. */
  #term = new Uint32Array(1024);
  #from = new Uint32Array(1024);
  #to = new Uint32Array(1024);
  #first = new Uint32Array(1024);
  #last = new Uint32Array(1024);
  #next = new Uint32Array(1024);

  /** Adds a term that is not in the tree yet. */
  add(text: string): void {
    const term = this.#terms.push(text) - 1;
    let node = 0;
    let at = 0;
    while (at < text.length) {
      const before = this.#childBefore(node, text.charCodeAt(at));
      if (before === undefined) {
        node = this.#append(node, this.#make(term, at, text.length));
        break;
      }
      const child = this.#after(node, before);
      const shared = this.#shared(child, text, at);
      at += shared;
      const whole = (this.#to[child] as number) - (this.#from[child] as number);
      node = shared === whole ? child : this.#split(node, before, child, shared);
    }
    this.#append(node, this.#make(term, text.length, text.length));
  }

  /** A term, given its number. */
  textAt(term: number): string {
    return this.#terms[term] as string;
  }

  /** For each term, its place in the order of the tree. */
  ranks(): Uint32Array<ArrayBuffer> {
    const ranks = new Uint32Array(this.#terms.length);
    let rank = 0;
    const stack = [this.#first[0] as number];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node === none) continue;
      stack.push(this.#next[node] as number);
      if (this.#from[node] === this.#to[node]) ranks[this.#term[node] as number] = rank++;
      else stack.push(this.#first[node] as number);
    }
    return ranks;
  }

  /** The sibling before the child whose label begins with a unit (`none` when it is the first); undefined without such a child. */
  #childBefore(node: number, unit: number): number | undefined {
    let before = none;
    for (let child = this.#first[node] as number; child !== none; child = this.#next[child] as number) {
      const from = this.#from[child] as number;
      if (from !== this.#to[child] && this.#textOf(child).charCodeAt(from) === unit) return before;
      before = child;
    }
    return undefined;
  }

  #after(node: number, before: number): number {
    return (before === none ? this.#first[node] : this.#next[before]) as number;
  }

  #shared(child: number, text: string, at: number): number {
    const label = this.#textOf(child);
    const from = this.#from[child] as number;
    const most = Math.min((this.#to[child] as number) - from, text.length - at);
    let shared = 1;
    while (shared < most && label.charCodeAt(from + shared) === text.charCodeAt(at + shared)) shared += 1;
    return shared;
  }

  /** Puts a node between a child and its parent, at the end of the parent's children. */
  #split(node: number, before: number, child: number, shared: number): number {
    const next = this.#next[child] as number;
    if (before === none) this.#first[node] = next;
    else this.#next[before] = next;
    if (this.#last[node] === child) this.#last[node] = before;
    const from = this.#from[child] as number;
    const between = this.#make(this.#term[child] as number, from, from + shared);
    this.#from[child] = from + shared;
    this.#append(between, child);
    return this.#append(node, between);
  }

  #append(node: number, child: number): number {
    this.#next[child] = none;
    const last = this.#last[node] as number;
    if (last === none) this.#first[node] = child;
    else this.#next[last] = child;
    this.#last[node] = child;
    return child;
  }

  #make(term: number, from: number, to: number): number {
    const node = this.#nodes++;
    if (node === this.#term.length) this.#grow(node + 1);
    this.#term[node] = term;
    this.#from[node] = from;
    this.#to[node] = to;
    return node;
  }

  #grow(length: number): void {
    this.#term = grown(this.#term, length);
    this.#from = grown(this.#from, length);
    this.#to = grown(this.#to, length);
    this.#first = grown(this.#first, length);
    this.#last = grown(this.#last, length);
    this.#next = grown(this.#next, length);
  }

  #textOf(node: number): string {
    return this.#terms[this.#term[node] as number] as string;
  }
}
