/**
 * What an archive's folder holds, in one file, so that a shelf opens without reading every document. It is the word of record
 * on each document's bytes: a file that differs from it is read anew or refused.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Answer, Collection, DocumentHead, fail, Rubric, succeed } from "../model.ts";
import { catalogueFile } from "./layout.ts";
import { writeFile } from "./writeFile.ts";

export const CatalogueEntry = z.object({
  head: DocumentHead,
  bytes: z.int().min(0),
  /** Of the document's file, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Paths of the pictures a letter shows, inside its folder. */
  pictures: z.array(z.string()),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

export const Catalogue = z.object({
  format: z.literal(1),
  collections: z.array(Collection),
  rubrics: z.array(Rubric),
  documents: z.array(CatalogueEntry),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** Reads a folder's catalogue. Fails with `catalogue-missing` or `catalogue-damaged`. */
export async function readCatalogue(folder: string): Promise<Answer<Catalogue>> {
  let text: string;
  try {
    text = await readFile(join(folder, catalogueFile), "utf8");
  } catch (error) {
    return fail("catalogue-missing", { file: join(folder, catalogueFile), detail: String(error) });
  }
  try {
    return succeed(Catalogue.parse(JSON.parse(text)));
  } catch (error) {
    return fail("catalogue-damaged", { file: join(folder, catalogueFile), detail: String(error).slice(0, 500) });
  }
}

export async function writeCatalogue(folder: string, catalogue: Catalogue): Promise<void> {
  await writeFile(join(folder, catalogueFile), `${JSON.stringify(catalogue, null, 1)}\n`);
}
