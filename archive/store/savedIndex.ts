/**
 * The search index over a folder's passages, which would take time to make again. Like the passages beside it (savedPassages.ts) it carries the
 * fingerprint of the documents it was made from; one that does not match, or does not read, is as good as none.
 */
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, fail, succeed } from "../model.ts";
import { indexFile } from "./layout.ts";
import { shownError } from "./shownPath.ts";
import { writeFile } from "./writeFile.ts";

/** The bytes of the sealed index, which carries its own fingerprint and checksum. Fails with `index-missing`. */
export async function readIndex(folder: string): Promise<Answer<Uint8Array>> {
  try {
    return succeed(await readFile(join(folder, indexFile)));
  } catch (error) {
    return fail("index-missing", { file: indexFile, detail: shownError(error) });
  }
}

export async function hasIndex(folder: string): Promise<boolean> {
  return access(join(folder, indexFile)).then(() => true, () => false);
}

export async function writeIndex(folder: string, sealed: Uint8Array): Promise<void> {
  await writeFile(join(folder, indexFile), sealed);
}
