/** What every view may know of the archive: the visible part of the overview, ready to look things up in. */
import { createContext, useContext } from "react";
import type { Collection, Coverage, DocumentHead, Elsewhere, Failure, LetterHead, Overview, ReportHead, Rubric } from "../archive/model.ts";

export interface Library {
  /** Without those hidden. */
  collections: Collection[];
  /** All of them, for the settings. */
  allCollections: Collection[];
  letters: LetterHead[];
  reports: ReportHead[];
  rubrics: { rubric: Rubric; count: number }[];
  /** Also those that no letter has. */
  rubricsKnown: Rubric[];
  troubles: Failure[];
  coverage: Coverage;
  /** Also finds documents of hidden collections: a link to them still works. */
  document(id: string): DocumentHead | undefined;
  collection(id: string): Collection | undefined;
  rubricTitle(id: string | null): string | null;
  /** The language that a document's collection is written in. */
  languageOf(document: string): Collection["language"];
  /** A work that is told not to be carried. */
  elsewhere(id: string): Elsewhere | undefined;
  /** Why a document cannot be opened, if so. */
  closed(id: string): Failure | undefined;
  /** It lies in the person's library, where it can be corrected and removed. */
  isImported(id: string): boolean;
}

export function describeLibrary(overview: Overview, hidden: readonly string[]): Library {
  const visible = overview.documents.filter(({ collection }) => !hidden.includes(collection));
  const letters = visible.filter((head) => head.kind === "letter");
  const documents = new Map(overview.documents.map((head) => [head.id, head]));
  const collections = new Map(overview.collections.map((collection) => [collection.id, collection]));
  const imported = new Set(overview.imported);
  const titles = new Map(overview.rubrics.map(({ id, title }) => [id, title]));
  return {
    collections: overview.collections.filter(({ id }) => !hidden.includes(id)),
    allCollections: overview.collections,
    letters,
    reports: visible.filter((head) => head.kind === "report"),
    rubrics: countRubrics(overview.rubrics, letters),
    rubricsKnown: overview.rubrics,
    troubles: overview.troubles,
    coverage: overview.coverage,
    document: (id) => documents.get(id),
    collection: (id) => collections.get(id),
    rubricTitle: (id) => (id === null ? null : (titles.get(id) ?? id)),
    languageOf: (id) => collections.get(documents.get(id)?.collection ?? id.split("/")[0] ?? "")?.language ?? "fr",
    elsewhere(id) {
      const [collection = "", work] = id.split("/");
      return collections.get(collection)?.elsewhere.find((each) => each.id === work);
    },
    closed: (id) => overview.troubles.find(({ subject, code }) => subject === id && code !== "picture-missing"),
    isImported: (id) => imported.has(id),
  };
}

/** Rubrics that some letter has, most used first. */
function countRubrics(rubrics: readonly Rubric[], letters: readonly LetterHead[]): Library["rubrics"] {
  const counts = new Map<string, number>();
  for (const { sections } of letters) for (const { rubric } of sections) if (rubric !== null) counts.set(rubric, (counts.get(rubric) ?? 0) + 1);
  return rubrics
    .map((rubric) => ({ rubric, count: counts.get(rubric.id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

export const LibraryContext = createContext<Library | null>(null);

/** The library; only below App's provider. */
export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (!library) throw new Error("useLibrary outside of its provider");
  return library;
}
