/** What the command line prints with --json. Other programs read it: fields are added, never renamed or removed. */
import type { ImportItem, ImportReport, NoteCode } from "./draft.ts";
import type { Collection, DocumentHead, Failure, FailureCode, Mark, Overview, Rubric, SearchResults } from "./model.ts";
import { failureSentence, noteSentence } from "./words/sentences.ts";

export interface ResultsJson {
  query: string;
  took_ms: number;
  total: number;
  /** Another spelling to try, or null. */
  suggestion: string | null;
  hits: HitJson[];
}

export interface HitJson {
  passage: string;
  kind: "section" | "page" | "note" | "dossier";
  /** The dossier of what stands in one. */
  document: string;
  /** Null in a dossier. */
  collection: string | null;
  title: string;
  /** The section's title or the page's printed label. */
  heading: string;
  rubric: Rubric["id"] | null;
  date: string | null;
  page: number | null;
  pageLabel: string | null;
  score: number;
  excerpt: string;
  marks: Mark[];
}

/** Hits stand best first, whatever their document. */
export function resultsAsJson(results: SearchResults): ResultsJson {
  const hits = results.groups.flatMap(({ document, hits: found }) =>
    found.map(({ passage, score, excerpt, marks }): HitJson => ({
      passage: passage.id,
      kind: passage.kind,
      document: document.id,
      collection: document.collection,
      title: document.title,
      heading: passage.heading,
      rubric: passage.rubric,
      date: document.date,
      page: passage.page,
      pageLabel: passage.kind === "page" ? passage.heading : null,
      score,
      excerpt,
      marks,
    })),
  );
  return {
    query: results.query,
    took_ms: Math.round(results.tookMs * 1000) / 1000,
    total: results.total,
    suggestion: results.suggestion,
    hits: hits.sort((a, b) => b.score - a.score),
  };
}

export interface DocumentsJson {
  collections: Pick<Collection, "id" | "title" | "sample">[];
  documents: DocumentJson[];
}

export interface DocumentJson {
  id: string;
  kind: "letter" | "report";
  collection: string;
  title: string;
  date: string | null;
  sections: { id: string; title: string; rubric: string | null }[];
  /** Number of pages; null for a letter. */
  pages: number | null;
}

export function documentsAsJson({ collections, documents }: Overview): DocumentsJson {
  return {
    collections: collections.map(({ id, title, sample }) => ({ id, title, sample })),
    documents: documents.map(documentAsJson),
  };
}

function documentAsJson(head: DocumentHead): DocumentJson {
  const { id, kind, collection, title, date } = head;
  const sections = head.kind === "letter" ? head.sections : [];
  return { id, kind, collection, title, date, sections, pages: head.kind === "report" ? head.pageLabels.length : null };
}

export interface ImportJson {
  added: number;
  unchanged: number;
  failed: number;
  items: ImportItemJson[];
}

export interface ImportItemJson {
  file: string;
  status: ImportItem["status"];
  /** The document's id, or null. */
  document: string | null;
  kind: "letter" | "report" | null;
  collection: string | null;
  title: string | null;
  date: string | null;
  sections: { id: string; title: string; rubric: string | null }[];
  /** Number of pages; null for a letter. */
  pages: number | null;
  warnings: { code: NoteCode; message: string }[];
  error: { code: FailureCode; message: string } | null;
}

/** Messages are in the language of the terminal. */
export function importAsJson({ items }: ImportReport, language: "fr" | "en"): ImportJson {
  const count = (status: ImportItem["status"]): number => items.filter((item) => item.status === status).length;
  return { added: count("added"), unchanged: count("unchanged"), failed: count("failed"), items: items.map((item) => itemAsJson(item, language)) };
}

function itemAsJson({ file, status, document, kind, collection, title, date, sections, pages, notes, failure }: ImportItem, language: "fr" | "en"): ImportItemJson {
  return {
    file,
    status,
    document,
    kind,
    collection,
    title,
    date,
    sections,
    pages,
    warnings: notes.map((note) => ({ code: note.code, message: noteSentence(note, language) })),
    error: failure && { code: failure.code, message: failureSentence(failure, language) },
  };
}

export interface FindingsJson {
  /** Documents that were checked. */
  documents: number;
  findings: { code: FailureCode; document: string | null; file: string | null; message: string }[];
}

export function findingsAsJson(documents: number, findings: readonly Failure[], language: "fr" | "en"): FindingsJson {
  return { documents, findings: findings.map((finding) => ({ code: finding.code, document: finding.subject ?? null, file: finding.file ?? null, message: failureSentence(finding, language) })) };
}
