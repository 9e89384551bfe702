/** What was received of a document, each time that it came. */
import { type Answer, fail, succeed } from "../model.ts";
import { documentFolder } from "../store/layout.ts";
import { readRecord } from "../store/record.ts";
import type { Desk } from "./desk.ts";

export interface ReceivedRevision {
  /** From 1. */
  number: number;
  /** ISO 8601, UTC. */
  importedAt: string;
  /** As the person gave it, with the path inside. */
  file: string;
}

/** The latest last, which is the document as it is. Fails with `unknown-document` for one that is not the library's. */
export async function revisionsOf(desk: Desk, id: string): Promise<Answer<ReceivedRevision[]>> {
  const entry = desk.documents.get(id);
  if (!entry) return fail("unknown-document", { subject: id });
  const record = await readRecord(`${desk.folder}/${documentFolder(entry.head)}`);
  if (!record) return succeed([]);
  const before = record.revisions.map(({ number, importedAt, file }) => ({ number, importedAt, file }));
  return succeed([...before, { number: entry.revision ?? 1, importedAt: record.importedAt, file: record.file }]);
}
