/** A pack's file, as a zip read within bounds. Nothing that it says is believed here; that is for `openPack` to check. */
import { type Answer, fail, succeed } from "../model.ts";
import { openZip, type ZipEntry, zipLimits, type ZipLimits } from "../zip/openZip.ts";
import { mimeType, mimeTypeEntry } from "./packManifest.ts";

export interface PackContainer {
  /** In the order of the zip's list; paths are composed (NFC). */
  entries: readonly { path: string; bytes: number }[];
  /** An entry's bytes; the first one's when two have one path. Fails when they cannot be had whole. */
  read(path: string): Promise<Answer<Uint8Array>>;
  /** SHA-256 of the whole file, in hexadecimal. Fails when it cannot be read. */
  digest(): Promise<Answer<string>>;
  /** To be called in the end, once. */
  close(): void;
}

/** As for any zip, but with room for a whole library: a pack is as large as what it holds, so that its size hides nothing. */
export const packLimits: ZipLimits = { ...zipLimits, entries: 200_000, totalBytes: 2 ** 36 };

/** Bytes after which `isPack` can tell. */
export const packHeadBytes = 30 + mimeTypeEntry.length + mimeType.length;

/** Whether a file that begins so is a pack, whole or not: the first entry's name and content follow a header of 30 bytes (APPNOTE.TXT, 4.3.7). */
export function isPack(head: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(head.subarray(0, packHeadBytes)).slice(30) === mimeTypeEntry + mimeType && head[0] === 0x50 && head[1] === 0x4b;
}

/** `source` is a file's path or bytes, `digest` tells the SHA-256 of the same. Fails with `pack-damaged`. */
export async function openPackContainer(source: string | Uint8Array, digest: PackContainer["digest"]): Promise<Answer<PackContainer>> {
  const zip = await openZip(source, packLimits);
  if (!zip.ok) return fail("pack-damaged", { detail: zip.failure.detail ?? zip.failure.code });
  const { entries, damage, read, close } = zip.value;
  if (damage) {
    close();
    return fail("pack-damaged", { detail: damage.detail ?? damage.code });
  }
  const byPath = new Map<string, ZipEntry>();
  for (const entry of entries) if (!byPath.has(entry.name)) byPath.set(entry.name, entry);
  return succeed({
    entries: entries.map(({ name, size }) => ({ path: name, bytes: size })),
    async read(path) {
      const entry = byPath.get(path.normalize("NFC"));
      return entry ? read(entry) : fail("pack-damaged", { detail: `no ${path}` });
    },
    digest,
    close,
  });
}
