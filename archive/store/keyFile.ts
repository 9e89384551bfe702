/** Files of private keys: made for their owner's eyes only, and never over another one. */
import { open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Answer, fail, succeed } from "../model.ts";
import { shownError } from "./shownPath.ts";
import { writeFailure } from "./systemFailure.ts";
import { flushFolder } from "./writeFile.ts";

/** Fails with `file-exists` when something is there already: a lost key cannot be made again. */
export async function writeNewKey(path: string, text: string): Promise<Answer<null>> {
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    await flushFolder(dirname(path));
    return succeed(null);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return fail("file-exists", { title: path });
    return { ok: false, failure: writeFailure(error, { title: path }) };
  }
}

/** The text of a key file. Fails with `file-missing` or `file-unreadable`. */
export async function readKey(path: string): Promise<Answer<string>> {
  try {
    return succeed(await readFile(path, "utf8"));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return fail(isMissing ? "file-missing" : "file-unreadable", { title: path, detail: shownError(error) });
  }
}
