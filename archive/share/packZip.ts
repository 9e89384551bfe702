/**
 * The bytes of a pack: a zip with its entries stored as they are, in the order given, without dates or permissions. Nothing is left to the
 * system or to a compressor's version, so one content has one sequence of bytes, and a reader can ask for exactly these.
 * (Pictures and PDFs, nearly all of a pack, would not shrink.)
 */
import { type PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";

export interface ZipEntry {
  path: string;
  bytes: number;
  /** Called once, when its turn comes. What it rejects with makes the whole fail. */
  read(): Promise<Uint8Array>;
}

/**
 * The zip, as it is made: one entry in memory at a time, none before it is asked for. Throws when an entry cannot be read or has another size than was
 * said.
 */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  // The first day that a zip can tell, at noon: its fields are in local time, and every zone has had that noon.
  const mtime = new Date(1980, 0, 1, 12);
  zip.on("error", (error: Error) => output.destroy(error));
  for (const { path, bytes, read } of entries) {
    zip.addReadStreamLazy(path, { mtime, forceDosTimestamp: true, mode: 0o100_644, compress: false, size: bytes }, (give) => {
      read().then(
        (content) => give(null, Readable.from([content])),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  yield* output;
}
