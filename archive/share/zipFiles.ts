/** Files as one zip, in memory: for publications of letters, which are small. */
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

export interface PackedFile {
  /** With `/`. */
  path: string;
  bytes: string | Uint8Array;
  /** Not compressed. */
  isStored?: boolean;
}

/** The same bytes for the same files: every file is dated 1 January 2000. */
const date = new Date(2000, 0, 1);

export function zipFiles(files: readonly PackedFile[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const { path, bytes, isStored = false } of files) zip.addBuffer(Buffer.from(bytes), path, { compress: !isStored, mtime: date, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}
