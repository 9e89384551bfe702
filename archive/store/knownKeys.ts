/** The file of the publishers' keys that are known, in a library's folder or a bundled one. What its entries hold is for others to check. */
import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { keysFile } from "./layout.ts";
import { writeFile } from "./writeFile.ts";

/** What the file holds; null when there is none, or none that can be read. */
export async function readKeys(folder: string): Promise<{ isThere: boolean; value: unknown }> {
  const text = await readFile(join(folder, keysFile), "utf8").catch(() => null);
  try {
    return { isThere: text !== null, value: text === null ? null : JSON.parse(text) };
  } catch {
    return { isThere: true, value: null };
  }
}

/** Rejects with the system's error. */
export async function writeKeys(folder: string, content: object): Promise<void> {
  await writeFile(join(folder, keysFile), `${JSON.stringify(content, null, 1)}\n`);
}

/** Keeps a file that does not read under another name; gives the name it has now. */
export function setKeysAside(folder: string): Promise<string> {
  const aside = `${keysFile}.damaged`;
  return rename(join(folder, keysFile), join(folder, aside)).then(() => aside, () => keysFile);
}
