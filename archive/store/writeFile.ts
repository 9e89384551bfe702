/** Writing that is whole or not at all: a temporary file, flushed, then renamed over the old one. */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";

/** Writes text (UTF-8) or bytes, making the folder when needed. Rejects with the system's error; the old file then stands. */
export async function writeFile(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, typeof content === "string" ? content : Buffer.from(content));
}
