/** Runs a query tree over a sealed index. Adds scores in the order of MiniSearch: see `executeQuerySpec` and `termResults` there. */
import type { QueryOptions, QueryTree, TermQuery } from "../queryTree.ts";
import { addPostings, type FieldLengths } from "./addPostings.ts";
import type { LengthTable } from "./bm25.ts";
import type { PostedIndex, PostingReader } from "./postingReader.ts";
import { readTerm } from "./postings.ts";
import type { Tally, TallyPool } from "./tally.ts";
import type { FoundTerm } from "./termDictionary.ts";

export interface ScoredIndex extends PostedIndex, FieldLengths {
  fields: readonly string[];
  averages: Float64Array;
  widest: number;
  ranks: Uint32Array;
  /** Over the same postings. */
  reader: PostingReader;
}

interface BoostedField {
  field: number;
  boost: number;
}

/** A term of the index that answers a word of the query, and what that is worth. */
interface Match {
  term: Pick<FoundTerm, "postings" | "end">;
  weight: number;
}

const defaultWeights = { prefix: 0.375, fuzzy: 0.45 };

export class Scorer {
  readonly #index: ScoredIndex;
  readonly #pool: TallyPool;
  readonly #tables: LengthTable[];
  /** The different words of the query, each with its bit in the tallies. */
  readonly #words = new Map<string, number>();

  constructor(index: ScoredIndex, pool: TallyPool, tables: LengthTable[], query: QueryTree) {
    this.#index = index;
    this.#pool = pool;
    this.#tables = tables;
    this.#number(query);
    pool.prepare(this.#words.size);
  }

  /** The documents that answer, of those in `within` when it is given. The tally goes back to the pool when it is no longer needed. */
  run(query: QueryTree, above: QueryOptions = {}, within?: Tally): Tally {
    const options = inherited({ ...above, ...query });
    if ("term" in query) return this.#runTerm(query, options, within);
    const [first, ...others] = query.queries;
    if (!first) return this.#pool.take();
    let result = this.run(first, options, within);
    for (const other of others) {
      if (query.combine !== "OR" && result.count === 0) return result;
      const next = this.run(other, options, query.combine === "OR" ? within : result);
      const combined = combine(query.combine, result, next);
      this.#pool.giveBack(combined === next ? result : next);
      result = combined;
    }
    return result;
  }

  #number(query: QueryTree): void {
    if (!("term" in query)) query.queries.forEach((each) => this.#number(each));
    else if (!this.#words.has(query.term)) this.#words.set(query.term, this.#words.size);
  }

  #runTerm(query: TermQuery, options: QueryOptions, within: Tally | undefined): Tally {
    const tally = this.#pool.take();
    const fields = this.#boostedFields(options);
    const word = this.#words.get(query.term) as number;
    const { termBoost = 1 } = query;
    for (const { term, weight } of this.#matches(query, options)) {
      const lists = readTerm(this.#index.postings, term, this.#index.fieldCount).fields;
      for (const { field, boost } of fields) {
        const list = lists.find((each) => each.field === field);
        if (!list) continue;
        const read = this.#index.reader.read(list);
        addPostings(this.#index, field, this.#tables[field] as LengthTable, read, weight * termBoost * boost, word, tally, within);
      }
    }
    return tally;
  }

  #boostedFields({ fields, boost = {} }: QueryOptions): BoostedField[] {
    return [...new Set(fields ?? this.#index.fields)].map((name) => ({
      field: this.#index.fields.indexOf(name),
      boost: (Object.hasOwn(boost, name) && boost[name]) || 1,
    }));
  }

  /** The term itself, then those that begin with it, then those that are like it; a term that is both counts as the former. */
  #matches({ term, prefix = false, fuzzy = false }: TermQuery, { weights, maxFuzzy = 6 }: QueryOptions): Match[] {
    if (term === "") return [];
    const { dictionary, ranks } = this.#index;
    const { prefix: prefixWeight, fuzzy: fuzzyWeight } = { ...defaultWeights, ...weights };
    const rank = ({ number }: { number: number }): number => ranks[number] as number;
    const exact = dictionary.find(term);
    const matches: Match[] = exact ? [{ term: exact, weight: 1 }] : [];
    const begun = prefix ? dictionary.beginningWith(term).filter(({ number }) => number !== exact?.number) : [];
    const begunNumbers = new Set(begun.map(({ number }) => number));
    // MiniSearch iterates over the radix tree backwards, but searches it for likeness forwards.
    for (const found of begun.sort((a, b) => rank(b) - rank(a))) {
      matches.push({ term: found, weight: (prefixWeight * found.length) / (found.length + 0.3 * (found.length - term.length)) });
    }
    const edits = mostEdits(term, fuzzy, maxFuzzy);
    const alike = edits > 0 ? dictionary.near(term, edits).filter(({ number, distance }) => distance > 0 && !begunNumbers.has(number)) : [];
    for (const found of alike.sort((a, b) => rank(a) - rank(b))) {
      matches.push({ term: found, weight: (fuzzyWeight * found.length) / (found.length + found.distance) });
    }
    return matches;
  }
}

/** What a node hands down: everything but what makes it a term or a combination. */
function inherited({ fields, boost, weights, maxFuzzy }: QueryOptions): QueryOptions {
  return {
    ...(fields && { fields }),
    ...(boost && { boost }),
    ...(weights && { weights }),
    ...(maxFuzzy !== undefined && { maxFuzzy }),
  };
}

function mostEdits(term: string, fuzzy: boolean | number, maxFuzzy: number): number {
  if (fuzzy === false) return 0;
  const part = fuzzy === true ? 0.2 : fuzzy;
  return part < 1 ? Math.min(maxFuzzy, Math.round(term.length * part)) : Math.floor(part);
}

function combine(how: "AND" | "OR" | "AND_NOT", first: Tally, other: Tally): Tally {
  if (how === "AND") return first.intersect(other);
  return how === "OR" ? first.unite(other) : first.subtract(other);
}
