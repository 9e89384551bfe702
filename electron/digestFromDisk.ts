/**
 * What a file holds, asked of the device rather than of the system's memory, as far as the system lets one: on Linux past the cache (open(2), O_DIRECT), elsewhere and
 * where a file system refuses that, by an ordinary reading after a flush.
 */
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** Bytes at a time: a multiple of any block's size, as reading past the cache demands. */
const stretch = 1 << 20;

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** SHA-256, in hexadecimal; `told` hears how many bytes were read so far, and may throw. Rejects with the system's error. */
export async function digestFromDisk(path: string, told: (done: number) => void): Promise<string> {
  return (await pastCache(path, told)) ?? digestOfHandle(await open(path, "r"), told);
}

/** Null where the system, or the file system, has no such way. */
async function pastCache(path: string, told: (done: number) => void): Promise<string | null> {
  if (process.platform !== "linux") return null;
  const refused = (error: unknown): null => {
    if (error instanceof Error && "code" in error && error.code === "EINVAL") return null;
    throw error;
  };
  const file = await open(path, constants.O_RDONLY | constants.O_DIRECT).catch(refused);
  return file && digestOfHandle(file, told).catch(refused);
}

async function digestOfHandle(file: FileHandle, told: (done: number) => void): Promise<string> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafeSlow(stretch);
  let done = 0;
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, stretch, done);
      hash.update(buffer.subarray(0, bytesRead));
      done += bytesRead;
      told(done);
      // An end that is not at a block's end cannot be read on from past the cache.
      if (bytesRead < stretch) return hash.digest("hex");
    }
  } finally {
    await file.close();
  }
}
