/** What became of a file, as an import report tells it. */
import { basename } from "node:path/posix";
import type { ImportItem, ImportNote } from "../draft.ts";
import type { Failure } from "../model.ts";
import type { CatalogueEntry } from "../store/catalogue.ts";
import type { Kept } from "./keepDraft.ts";

export function keptItem({ arrival: { file, draft }, status, entry }: Kept): ImportItem {
  return entryItem(file, status, entry, draft.notes);
}

export function entryItem(file: string, status: "added" | "unchanged", { head, revision = 1 }: CatalogueEntry, notes: ImportNote[]): ImportItem {
  const { id: document, kind, collection, title, date } = head;
  const sections = head.kind === "letter" ? head.sections : [];
  return { file, status, document, kind, collection, title, date, sections, pages: head.kind === "report" ? head.pageLabels.length : null, revision, notes, failure: null };
}

/** The failure speaks of the file, by its name alone, when it does not speak of anything else. */
export function failedItem(file: string, failure: Failure): ImportItem {
  const about = { document: null, kind: null, collection: null, title: null, date: null, sections: [], pages: null, revision: null, notes: [] };
  return { file, status: "failed", ...about, failure: { ...failure, title: titleOf(file, failure), file } };
}

function titleOf(file: string, { title }: Failure): string {
  return title === undefined || title === file ? basename(file) : title;
}
