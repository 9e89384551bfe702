/** The documents of an archive's folder: their bytes, checked against the catalogue, and their letters, taken apart. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, fail, type Failure, type Letter, succeed } from "../model.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { documentFile } from "./layout.ts";
import { parseLetter } from "./letterFile.ts";
import { measurePictures } from "./pictures.ts";

/** The bytes of a document's file. Fails with `letter-missing` or `report-missing`. */
export async function readDocumentBytes(folder: string, { head }: CatalogueEntry): Promise<Answer<Buffer>> {
  const file = documentFile(head);
  try {
    return succeed(await readFile(join(folder, file)));
  } catch (error) {
    const about = { subject: head.id, title: head.title, file, detail: String(error) };
    return fail(head.kind === "letter" ? "letter-missing" : "report-missing", about);
  }
}

/** Why a report's file cannot be read; null when it is there. What it holds is the reader's to find out. */
export function missingReport(folder: string, { head }: CatalogueEntry): Failure | null {
  const file = documentFile(head);
  return existsSync(join(folder, file)) ? null : { code: "report-missing", subject: head.id, title: head.title, file };
}

/** A letter as it stands in its file. Fails with `letter-missing` or `letter-damaged`. */
export async function readLetter(folder: string, entry: CatalogueEntry): Promise<Answer<Letter>> {
  const bytes = await readDocumentBytes(folder, entry);
  if (!bytes.ok) return bytes;
  const letter = parseLetter(bytes.value.toString("utf8"), entry.head.id, entry.head.collection);
  if (letter.ok) {
    await measurePictures(folder, letter.value);
    return entry.former ? succeed({ ...letter.value, former: entry.former }) : letter;
  }
  return fail("letter-damaged", { ...letter.failure, title: entry.head.title, file: documentFile(entry.head) });
}

/** The text of a letter's file, in UTF-8. Rejects with the system's error. */
export function readDocumentText(path: string): Promise<string> {
  return readFile(path, "utf8");
}
