/** The live index: MiniSearch (BM25+) over passages, with our own words. The sole importer of MiniSearch. */
import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import type { DocumentHead, Passage, SearchTerm } from "../model.ts";
import { words } from "../text/words.ts";
import type { Query } from "./query.ts";

interface Entry {
  id: string;
  title: string;
  heading: string;
  text: string;
}

/** A heading speaks of its passage more than its title, which all passages of a document share. */
const boost = { heading: 2.5, title: 1.2, text: 1 };

const options: Options<Entry> = {
  fields: ["title", "heading", "text"],
  tokenize: (text) => words(text).map((word) => word.term),
  processTerm: (term) => term,
};

export interface Scored {
  /** A passage's id. */
  id: string;
  score: number;
}

export interface LiveIndex {
  /** Adds those passages that are not in it yet. */
  add(passages: readonly Passage[], headOf: (document: string) => DocumentHead | undefined): void;
  /** All wanted passages that answer, best first: those with every term, or failing these, those with any. */
  search(query: Query, isWanted?: (passage: string) => boolean): Scored[];
  /** A form that JSON keeps and `openLiveIndex` reads. */
  save(): Record<string, unknown>;
}

export function createLiveIndex(): LiveIndex {
  return wrap(new MiniSearch<Entry>(options));
}

/** An index as it was saved. Throws when it is not one. */
export function openLiveIndex(saved: Record<string, unknown>): LiveIndex {
  return wrap(MiniSearch.loadJS(saved as unknown as AsPlainObject, options));
}

function wrap(index: MiniSearch<Entry>): LiveIndex {
  return {
    add(passages, headOf) {
      for (const passage of passages) {
        if (!index.has(passage.id)) index.add(entryOf(passage, headOf(passage.document)));
      }
    },
    search({ terms }, isWanted = () => true) {
      if (terms.length === 0) return [];
      const found = findWith(index, terms, "AND", isWanted);
      return found.length > 0 ? found : findWith(index, terms, "OR", isWanted);
    },
    save: () => ({ ...index.toJSON() }),
  };
}

function findWith(index: MiniSearch<Entry>, terms: SearchTerm[], combineWith: "AND" | "OR", isWanted: (passage: string) => boolean): Scored[] {
  const queries = terms.map(({ term, prefix }) => ({ queries: [term], prefix }));
  return index.search({ queries, combineWith }, { boost, filter: ({ id }) => isWanted(id) }).map(({ id, score }) => ({ id, score }));
}

/** A printed page label ("12") is not a word of the page; the section's title is. */
function entryOf(passage: Passage, head: DocumentHead | undefined): Entry {
  const heading = passage.kind === "section" ? passage.heading : "";
  return { id: passage.id, title: head?.title ?? "", heading, text: passage.text };
}
