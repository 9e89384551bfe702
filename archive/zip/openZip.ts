/**
 * Zip archives from anywhere (imports, packs), read entry by entry within bounds. A name that leads elsewhere, a link, a password or damage refuses
 * one entry; an archive that would grow out of measure is refused whole, by what its directory says, before anything is unpacked. What the
 * directory says is then held to: no entry gets longer than announced.
 */
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { type Answer, fail, type Failure, succeed } from "../model.ts";
import { crc32 } from "./crc32.ts";
import { entryName, nameDanger } from "./entryName.ts";

export interface ZipLimits {
  /** Files and folders in one archive. */
  entries: number;
  /** Bytes of one entry, unpacked. */
  entryBytes: number;
  /** Bytes of all entries, unpacked. */
  totalBytes: number;
  /** How many times its packed size an entry, or the whole, may become. Text gets 5 to 20 times smaller, DEFLATE's own end is 1032. */
  ratio: number;
  /** Bytes below which the ratio does not matter: a blank page packs very well. */
  harmlessBytes: number;
}

export const zipLimits: ZipLimits = { entries: 50_000, entryBytes: 512 * 2 ** 20, totalBytes: 4 * 2 ** 30, ratio: 100, harmlessBytes: 8 * 2 ** 20 };

/** A file in a zip archive, as the directory tells of it. */
export interface ZipEntry {
  /** The path inside the archive, with `/`; as written, when it is refused for what it is. */
  name: string;
  /** Bytes, unpacked. */
  size: number;
  /** Why it cannot be read. */
  refused: Failure | null;
}

export interface OpenZip {
  /** Every file, in the order of the directory; folders are left out. */
  entries: readonly ZipEntry[];
  /** Set when the directory ends before its time: `entries` are those before. */
  damage: Failure | null;
  /** The bytes of one of `entries`. Fails with what refuses it, or with `zip-damaged`. Rejects only when the signal aborts. */
  read(entry: ZipEntry, signal?: AbortSignal): Promise<Answer<Uint8Array>>;
  /** To be called in the end, once. */
  close(): void;
}

/** A zip archive begins with an entry (PK 3 4) or, when it is empty, with the end of its directory (PK 5 6). */
export function isZip(head: Uint8Array): boolean {
  const [p, k, first, second] = head;
  return p === 0x50 && k === 0x4b && ((first === 3 && second === 4) || (first === 5 && second === 6));
}

/** `source` is a file's path or bytes. Fails with `zip-damaged` or `zip-bomb`. */
export async function openZip(source: string | Uint8Array, limits: ZipLimits = zipLimits): Promise<Answer<OpenZip>> {
  let zip: ZipFile;
  try {
    const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false } as const;
    zip = typeof source === "string" ? await openPromise(source, options) : await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.length), options);
  } catch (error) {
    return fail("zip-damaged", { detail: messageOf(error) });
  }
  const { listed, damage } = await list(zip, limits.entries);
  const bomb = bombIn(listed, limits);
  if (bomb !== null) {
    zip.close();
    return fail("zip-bomb", { detail: bomb });
  }
  const files = new Map(listed.filter((entry) => !isFolder(entry)).map((entry) => [describe(entry), entry]));
  return succeed({
    entries: [...files.keys()],
    damage,
    async read(described, signal) {
      const entry = files.get(described);
      if (!entry) throw new Error(`not an entry of this archive: ${described.name}`);
      return described.refused ? { ok: false, failure: described.refused } : unpack(zip, entry, signal);
    },
    close: () => zip.close(),
  });
}

async function list(zip: ZipFile, most: number): Promise<{ listed: Entry[]; damage: Failure | null }> {
  const listed: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      listed.push(entry);
      if (listed.length > most) break;
    }
    return { listed, damage: null };
  } catch (error) {
    return { listed, damage: { code: "zip-damaged", detail: messageOf(error) } };
  }
}

/** What makes an archive a bomb, in English, or null. */
function bombIn(entries: readonly Entry[], limits: ZipLimits): string | null {
  if (entries.length > limits.entries) return `more than ${limits.entries} entries`;
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  if (total > limits.totalBytes) return `${total} bytes in all`;
  if (isOutOfMeasure(total, packed, limits)) return `${packed} bytes become ${total}`;
  const large = entries.find(({ uncompressedSize, compressedSize }) => uncompressedSize > limits.entryBytes || isOutOfMeasure(uncompressedSize, compressedSize, limits));
  if (large) return `${entryName(large)}: ${large.compressedSize} bytes become ${large.uncompressedSize}`;
  return overlap(entries);
}

function isOutOfMeasure(bytes: number, packed: number, { ratio, harmlessBytes }: ZipLimits): boolean {
  return bytes > harmlessBytes && bytes > packed * ratio;
}

/**
 * Entries that share bytes make a small archive endless (David Fifield, "A better zip bomb", 2019). A local header takes at least 30 bytes and the
 * name (APPNOTE.TXT, 4.3.7).
 */
function overlap(entries: readonly Entry[]): string | null {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end) return `${entryName(entry)} shares its bytes with another entry`;
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
  }
  return null;
}

function isFolder(entry: Entry): boolean {
  return entryName(entry).endsWith("/") && nameDanger(entryName(entry)) === null;
}

function describe(entry: Entry): ZipEntry {
  const name = entryName(entry);
  return { name, size: entry.uncompressedSize, refused: refusal(entry, name) };
}

function refusal(entry: Entry, name: string): Failure | null {
  const danger = nameDanger(name);
  if (danger !== null) return { code: "zip-unsafe", detail: danger };
  if (!isRegular(entry)) return { code: "zip-unsafe", detail: "not a file but a link or a device" };
  if (entry.isEncrypted()) return { code: "zip-locked" };
  if (!entry.canDecodeFileData()) return { code: "zip-method", detail: `compression method ${entry.compressionMethod}` };
  return null;
}

/** Writers on Unix keep a file's type in the high bits of its attributes (the S_IFMT of stat); others leave them empty. */
function isRegular({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & 0o170000;
  return type === 0 || type === 0o100000 || type === 0o040000;
}

async function unpack(zip: ZipFile, entry: Entry, signal: AbortSignal | undefined): Promise<Answer<Uint8Array>> {
  signal?.throwIfAborted();
  const chunks: Buffer[] = [];
  let [length, checksum] = [0, 0];
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      length += chunk.length;
      checksum = crc32(chunk, checksum);
      // Leaving the loop ends the stream, and the unpacking with it.
      if (length > entry.uncompressedSize) break;
      chunks.push(chunk);
    }
  } catch (error) {
    signal?.throwIfAborted();
    return fail("zip-damaged", { detail: messageOf(error) });
  }
  if (length > entry.uncompressedSize) return fail("zip-damaged", { detail: `longer than the ${entry.uncompressedSize} bytes announced` });
  if (length < entry.uncompressedSize) return fail("zip-damaged", { detail: `${length} bytes where ${entry.uncompressedSize} were announced` });
  if (checksum !== entry.crc32) return fail("zip-damaged", { detail: "the checksum differs" });
  return succeed(Buffer.concat(chunks, length));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
