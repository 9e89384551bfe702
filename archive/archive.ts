/**
 * The one assembler, the one door: opens folders of documents as one archive. Whatever is damaged is named in the
 * overview's troubles, and everything else works.
 */
import {
  type Answer,
  type Coverage,
  type DocumentHead,
  fail,
  type Letter,
  type Overview,
  type Passage,
  type ReportHead,
  type RubricReading,
  type SearchOrder,
  type SearchResults,
  succeed,
} from "./model.ts";
import { assembleIndex } from "./assembleIndex.ts";
import { type OpenFolder, openFolder } from "./openFolder.ts";
import { type IndexedPassages, searchPassages, type Shelves } from "./search/engine.ts";
import { readQuery } from "./search/query.ts";
import { results } from "./search/results.ts";
import { completionsOf, correctionOf } from "./search/suggest.ts";
import { readLetter } from "./store/documents.ts";

export interface SearchRequest {
  text: string;
  /** Most passages to return; `total` counts them all. */
  limit: number;
  order?: SearchOrder | undefined;
  /** Ids of collections to leave out. */
  hidden?: string[] | undefined;
}

export interface Archive {
  overview(): Overview;
  /** A letter with its sections. Fails with `unknown-document`, or with the trouble that keeps it closed. */
  letter(id: string): Promise<Answer<Letter>>;
  /** A report without its bytes, which are read by range. Fails as `letter` does. */
  report(id: string): Answer<ReportHead>;
  /** A passage with its text. Fails with `unknown-passage`. */
  passage(id: string): Answer<Passage>;
  /** All sections of a rubric, oldest first, without those of `hidden` collections. Fails with `unknown-rubric`. */
  rubric(id: string, hidden?: string[]): Promise<Answer<RubricReading>>;
  search(request: SearchRequest): SearchResults;
}

/**
 * Opens folders laid out as in `store/layout`, the first being the one whose saved index is used. Never rejects for what a
 * folder holds: that is told in `overview().troubles`.
 */
export async function openArchive(folders: readonly string[]): Promise<Archive> {
  const opened = withoutRepeats(await Promise.all(folders.map(openFolder)));
  const documents = new Map(opened.flatMap((folder) => folder.documents.map((document) => [document.entry.head.id, document])));
  const folderOf = new Map(opened.flatMap((folder) => folder.documents.map((document) => [document.entry.head.id, folder])));
  const headOf = (id: string): DocumentHead | undefined => documents.get(id)?.entry.head;
  const { sets, troubles } = await assembleIndex(opened, headOf);
  const overview = describe(opened, troubles, sets);
  const shelves: Shelves = {
    document: headOf,
    collection: (id) => overview.collections.find((collection) => collection.id === id),
    rubric: (id) => overview.rubrics.find((rubric) => rubric.id === id),
  };

  async function letter(id: string): Promise<Answer<Letter>> {
    const document = documents.get(id);
    const folder = folderOf.get(id);
    if (!document || !folder || document.entry.head.kind !== "letter") return fail("unknown-document", { subject: id });
    if (document.failure) return { ok: false, failure: document.failure };
    return readLetter(folder.path, document.entry);
  }

  return {
    overview: () => overview,
    letter,
    report(id) {
      const document = documents.get(id);
      if (document?.entry.head.kind !== "report") return fail("unknown-document", { subject: id });
      return document.failure ? { ok: false, failure: document.failure } : succeed(document.entry.head);
    },
    passage(id) {
      const passage = passageIn(sets, id);
      return passage ? succeed(passage) : fail("unknown-passage", { subject: id });
    },
    async rubric(id, hidden = []) {
      const rubric = overview.rubrics.find((each) => each.id === id);
      if (!rubric) return fail("unknown-rubric", { subject: id });
      const heads = overview.documents.filter((head) => holdsRubric(head, id) && !hidden.includes(head.collection)).reverse();
      const letters = await Promise.all(heads.map((head) => letter(head.id)));
      const items = letters.flatMap((answer) => (answer.ok ? sectionsOf(answer.value, id) : []));
      return succeed({ rubric, items });
    },
    search({ text, limit, order = "relevance", hidden = [] }) {
      const started = performance.now();
      const query = readQuery(text);
      const outcome = searchPassages(sets, shelves, query, { limit, order, hidden: new Set(hidden) });
      const suggestion = outcome.total < few || outcome.step !== "exact" ? correctionOf(sets, text, query) : null;
      const completions = completionsOf(sets, query, mostCompletions);
      return { ...results(query, outcome), suggestion, completions, tookMs: performance.now() - started };
    },
  };
}

/** With fewer passages than this, another spelling is suggested. */
const few = 3;
const mostCompletions = 5;

/** A document that stands in several folders is that of the first. */
function withoutRepeats(opened: readonly OpenFolder[]): OpenFolder[] {
  const known = new Set<string>();
  return opened.map((folder) => {
    const documents = folder.documents.filter(({ entry }) => !known.has(entry.head.id));
    for (const { entry } of documents) known.add(entry.head.id);
    return { ...folder, documents };
  });
}

function describe(opened: readonly OpenFolder[], indexTroubles: Overview["troubles"], sets: readonly IndexedPassages[]): Overview {
  const rubrics = new Map(opened.flatMap((folder) => folder.rubrics.map((rubric) => [rubric.id, rubric])));
  const collections = new Map(opened.flatMap((folder) => folder.collections.map((collection) => [collection.id, collection])));
  const documents = opened.flatMap((folder) => folder.documents.map((document) => document.entry.head));
  return {
    collections: [...collections.values()],
    rubrics: [...rubrics.values()],
    documents: documents.sort((a, b) => (b.date ?? "").localeCompare(a.date ?? "") || a.id.localeCompare(b.id)),
    imported: [],
    troubles: [...opened.flatMap((folder) => folder.troubles), ...indexTroubles],
    coverage: coverageOf(opened, sets),
  };
}

function passageIn(sets: readonly IndexedPassages[], id: string): Passage | null {
  for (const { passages } of sets) {
    const place = passages.placeOf(id);
    if (place !== null) return passages.at(place);
  }
  return null;
}

/** How many passages each document has. */
function passageCounts(sets: readonly IndexedPassages[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { passages } of sets) {
    const ofNumber = new Uint32Array(passages.documents.length);
    for (const number of passages.documentOf.subarray(0, passages.count)) ofNumber[number] = (ofNumber[number] ?? 0) + 1;
    for (const [number, count] of ofNumber.entries()) counts.set(passages.documents[number] ?? "", count);
  }
  return counts;
}

function coverageOf(opened: readonly OpenFolder[], sets: readonly IndexedPassages[]): Coverage {
  const withText = passageCounts(sets);
  const documents = opened.flatMap((folder) => folder.documents);
  const without = documents.flatMap(({ entry: { head }, failure }) => {
    if (failure !== null || head.kind !== "report") return [];
    const pages = head.pageLabels.length - (withText.get(head.id) ?? 0);
    return pages > 0 ? [pages] : [];
  });
  return {
    reportsWithoutText: without.length,
    pagesWithoutText: without.reduce((sum, pages) => sum + pages, 0),
    closedDocuments: documents.filter(({ failure }) => failure !== null).length,
  };
}

function holdsRubric(head: DocumentHead, rubric: string): boolean {
  return head.kind === "letter" && head.sections.some((section) => section.rubric === rubric);
}

function sectionsOf({ head, sections }: Letter, rubric: string): RubricReading["items"] {
  return sections.filter((section) => section.rubric === rubric).map((section) => ({ letter: head, section }));
}
