/** The file of the publishers' keys that are known, in a library's folder or a bundled one. What its entries hold is for others to check. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { keysFile } from "./layout.ts";
import { writeFile } from "./writeFile.ts";

/** What the file holds; null when there is none, or none that can be read. */
export async function readKeys(folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, keysFile), "utf8"));
  } catch {
    return null;
  }
}

/** Rejects with the system's error. */
export async function writeKeys(folder: string, content: object): Promise<void> {
  await writeFile(join(folder, keysFile), `${JSON.stringify(content, null, 1)}\n`);
}
