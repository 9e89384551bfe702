/** Files told by how they begin, without being read whole: a pack may be as large as a library. */
import { open } from "node:fs/promises";

/** The first bytes of a file; fewer when it is shorter, none when it cannot be read. */
export async function readHead(path: string, bytes: number): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return new Uint8Array();
  }
}
