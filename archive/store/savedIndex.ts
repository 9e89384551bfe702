/**
 * What was made from the documents and would take time to make again: the passages with their texts, and the search index
 * over them. Each carries the fingerprint of the documents it was made from; one that does not match, or does not
 * read, is as good as none.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Answer, fail, Passage, succeed } from "../model.ts";
import { sha256 } from "./documents.ts";
import { indexFile, passagesFile } from "./layout.ts";
import { writeFile } from "./writeFile.ts";

/** Raised when the analysis of texts changes, so that indexes made before are made again. */
const analysisVersion = 2;

const SavedPassages = z.object({ fingerprint: z.string(), passages: z.array(Passage) });

/** One value for a set of documents, whatever their order, and the analysis in force. */
export function fingerprint(documents: readonly { id: string; sha256: string }[]): string {
  const lines = documents.map((document) => `${document.id} ${document.sha256}`).sort();
  return sha256([`analysis ${analysisVersion}`, ...lines].join("\n"));
}

/** Saved passages. Fails with `index-missing`, `index-damaged`, or `index-outdated` when made from other documents. */
export async function readPassages(folder: string, expected: string): Promise<Answer<Passage[]>> {
  const saved = await readSaved(folder, passagesFile, SavedPassages, expected);
  return saved.ok ? succeed(saved.value.passages) : saved;
}

/** The bytes of the sealed index, which carries its own fingerprint and checksum. Fails with `index-missing`. */
export async function readIndex(folder: string): Promise<Answer<Uint8Array>> {
  try {
    return succeed(await readFile(join(folder, indexFile)));
  } catch (error) {
    return fail("index-missing", { file: indexFile, detail: String(error) });
  }
}

export async function writePassages(folder: string, made: string, passages: Passage[]): Promise<void> {
  await writeFile(join(folder, passagesFile), JSON.stringify({ fingerprint: made, passages }));
}

export async function writeIndex(folder: string, sealed: Uint8Array): Promise<void> {
  await writeFile(join(folder, indexFile), sealed);
}

async function readSaved<Saved extends { fingerprint: string }>(
  folder: string,
  file: string,
  schema: z.ZodType<Saved>,
  expected: string,
): Promise<Answer<Saved>> {
  let text: string;
  try {
    text = await readFile(join(folder, file), "utf8");
  } catch (error) {
    return fail("index-missing", { file, detail: String(error) });
  }
  try {
    const saved = schema.parse(JSON.parse(text));
    return saved.fingerprint === expected ? succeed(saved) : fail("index-outdated", { file });
  } catch (error) {
    return fail("index-damaged", { file, detail: String(error).slice(0, 500) });
  }
}
