/** The documents of an archive's folder: their bytes, and whether they are there. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, fail, type Failure, succeed } from "../model.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { documentFile } from "./layout.ts";
import { shownError } from "./shownPath.ts";

/** The bytes of a document's file. Fails with `letter-missing` or `report-missing`. */
export async function readDocumentBytes(folder: string, { head }: CatalogueEntry): Promise<Answer<Buffer>> {
  const file = documentFile(head);
  try {
    return succeed(await readFile(join(folder, file)));
  } catch (error) {
    const about = { subject: head.id, title: head.title, file, detail: shownError(error) };
    return fail(head.kind === "letter" ? "letter-missing" : "report-missing", about);
  }
}

/** Why a report's file cannot be read; null when it is there. What it holds is the reader's to find out. */
export function missingReport(folder: string, { head }: CatalogueEntry): Failure | null {
  const file = documentFile(head);
  return existsSync(join(folder, file)) ? null : { code: "report-missing", subject: head.id, title: head.title, file };
}

/** The text of a letter's file, in UTF-8. Rejects with the system's error. */
export function readDocumentText(path: string): Promise<string> {
  return readFile(path, "utf8");
}
