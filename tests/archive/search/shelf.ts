/** A few documents in memory, to be searched as an archive is: behind a live index, a sealed one, or both. */
import type { Collection, DocumentHead, Passage, SearchOrder } from "../../../archive/model.ts";
import { type IndexedPassages, type Outcome, searchPassages, type Shelves } from "../../../archive/search/engine.ts";
import { createLiveIndex } from "../../../archive/search/live.ts";
import { PassageTable } from "../../../archive/search/passageTable.ts";
import { readQuery } from "../../../archive/search/query.ts";
import { openSealedPassages, sealPassages } from "../../../archive/search/sealedPassages.ts";

export function letterHead(id: string, date: string, title = id): DocumentHead {
  return { kind: "letter", id, collection: id.split("/")[0] ?? "", title, date, authors: [], sections: [] };
}

export function reportHead(id: string, date: string, title = id): DocumentHead {
  const about = { id, collection: id.split("/")[0] ?? "", title, date, authors: [], subtitle: "", description: "" };
  return { kind: "report", ...about, pageLabels: ["1"], outline: [] };
}

/** A section, or a page when its name is `p` and a number. */
export function passageOf(id: string, text: string, { heading = "", rubric = null }: { heading?: string; rubric?: string | null } = {}): Passage {
  const [document = "", name = ""] = id.split("#");
  const page = /^p(\d+)$/.exec(name)?.[1];
  return { id, document, kind: page ? "page" : "section", heading: page ?? heading, rubric, page: page ? Number(page) : null, text };
}

export interface Shelf {
  heads: readonly DocumentHead[];
  collections?: readonly Collection[];
  rubrics?: readonly { id: string; title: string }[];
}

export function shelvesOf({ heads, collections = [], rubrics = [] }: Shelf): Shelves {
  return {
    document: (id) => heads.find((head) => head.id === id),
    collection: (id) => collections.find((collection) => collection.id === id),
    rubric: (id) => rubrics.find((rubric) => rubric.id === id),
  };
}

export function live(passages: readonly Passage[], heads: readonly DocumentHead[]): IndexedPassages {
  return { passages: new PassageTable(passages), index: createLiveIndex(passages, (id) => heads.find((head) => head.id === id)) };
}

export async function sealed(passages: readonly Passage[], heads: readonly DocumentHead[]): Promise<IndexedPassages> {
  const file = await sealPassages(passages, (id) => heads.find((head) => head.id === id), "made");
  const opened = openSealedPassages(file, "made", passages.length);
  if (!opened.ok) throw new Error(opened.failure.detail);
  return { passages: new PassageTable(passages), index: opened.value };
}

export interface Asked {
  limit?: number;
  order?: SearchOrder;
  hidden?: readonly string[];
}

export function ask(sets: readonly IndexedPassages[], shelves: Shelves, typed: string, { limit = 1000, order = "relevance", hidden = [] }: Asked = {}): Outcome {
  return searchPassages(sets, shelves, readQuery(typed), { limit, order, hidden: new Set(hidden) });
}

/** The names of the passages found, without their document's. */
export function namesOf({ found }: Outcome): string[] {
  return found.map(({ passage }) => passage.id.split("#")[1] ?? "");
}
