/**
 * Writes a workshop kit: a new folder with all its files, flushed to the key, then read back and compared. The folder has its name only once all of it is
 * there; a key that is pulled out meanwhile holds no folder that looks whole.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { flushFolder, writeFlushed } from "../archive/store/writeFile.ts";
import { type Answer, fail, succeed } from "../archive/model.ts";
import type { Kit } from "./dossierContract.ts";

/** `place` is an absolute path. Fails with `kit-failed`, which names the file that could not be written, or not be read back alike. */
export async function writeKit(place: string, name: string, files: ReadonlyMap<string, Uint8Array>): Promise<Answer<Kit>> {
  const folder = freeName(place, name);
  const unfinished = `${folder}.part`;
  let file = name;
  try {
    await mkdir(unfinished);
    for (const [each, bytes] of files) await writeFlushed(join(unfinished, (file = each)), bytes);
    await flushFolder(unfinished);
    await rename(unfinished, folder);
    await flushFolder(place);
    for (const [each, bytes] of files) if (digest(await readFile(join(folder, (file = each)))) !== digest(bytes)) throw new Error("it reads otherwise than it was written");
    return succeed({ folder: basename(folder), files: [...files.keys()], bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0) });
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return fail("kit-failed", { title: file, detail });
  }
}

/** The name, with a number when there is such a folder already. */
function freeName(place: string, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(place, number === 1 ? name : `${name} (${number})`);
    if (!existsSync(path) && !existsSync(`${path}.part`)) return path;
  }
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
