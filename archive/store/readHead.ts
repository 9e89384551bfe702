/** Files told by how they begin, without being read whole: a pack may be as large as a library. */
import { open } from "node:fs/promises";
import { type Answer, fail, succeed } from "../model.ts";
import { shownError } from "./shownPath.ts";

/** The first bytes of a file; fewer when it is shorter. Fails with `file-missing` or `file-unreadable`. */
export async function readHead(path: string, bytes: number): Promise<Answer<Uint8Array>> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return succeed(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return fail(isMissing ? "file-missing" : "file-unreadable", { detail: shownError(error) });
  }
}
