/**
 * The one assembler, the one door: opens folders of documents as one archive. Whatever is damaged is named in the
 * overview's troubles, and everything else works.
 */
import {
  type Answer,
  type DocumentHead,
  fail,
  type Letter,
  type Overview,
  type Passage,
  type ReportHead,
  type RubricReading,
  type SearchResults,
  succeed,
} from "./model.ts";
import { assembleIndex } from "./assembleIndex.ts";
import { type OpenFolder, openFolder } from "./openFolder.ts";
import { readQuery } from "./search/query.ts";
import { results } from "./search/results.ts";
import { readLetter } from "./store/documents.ts";

export interface SearchRequest {
  text: string;
  /** Most passages to return; `total` counts them all. */
  limit: number;
  /** Ids of collections to leave out. */
  hidden?: string[];
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
  const { index, passages, troubles } = await assembleIndex(opened, headOf);
  const overview = describe(opened, troubles);

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
      const passage = passages.get(id);
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
    search({ text, limit, hidden = [] }) {
      const started = performance.now();
      const query = readQuery(text);
      const shelves = { passage: (passage: string) => passages.get(passage), document: headOf };
      const isShown = (passage: string): boolean => !hidden.includes(passage.slice(0, passage.indexOf("/")));
      const found = results(query, index.search(query, isShown), shelves, limit);
      return { ...found, tookMs: performance.now() - started };
    },
  };
}

/** A document that stands in several folders is that of the first. */
function withoutRepeats(opened: readonly OpenFolder[]): OpenFolder[] {
  const known = new Set<string>();
  return opened.map((folder) => {
    const documents = folder.documents.filter(({ entry }) => !known.has(entry.head.id));
    for (const { entry } of documents) known.add(entry.head.id);
    return { ...folder, documents };
  });
}

function describe(opened: readonly OpenFolder[], indexTroubles: Overview["troubles"]): Overview {
  const rubrics = new Map(opened.flatMap((folder) => folder.rubrics.map((rubric) => [rubric.id, rubric])));
  const collections = new Map(opened.flatMap((folder) => folder.collections.map((collection) => [collection.id, collection])));
  const documents = opened.flatMap((folder) => folder.documents.map((document) => document.entry.head));
  return {
    collections: [...collections.values()],
    rubrics: [...rubrics.values()],
    documents: documents.sort((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id)),
    troubles: [...opened.flatMap((folder) => folder.troubles), ...indexTroubles],
  };
}

function holdsRubric(head: DocumentHead, rubric: string): boolean {
  return head.kind === "letter" && head.sections.some((section) => section.rubric === rubric);
}

function sectionsOf({ head, sections }: Letter, rubric: string): RubricReading["items"] {
  return sections.filter((section) => section.rubric === rubric).map((section) => ({ letter: head, section }));
}
