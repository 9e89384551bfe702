/**
 * Opens a pack, and lets through only one that is, to the last byte, what its manifest says. The manifest comes first (is its format known, is
 * it signed as it says), then the list of entries, then every file's SHA-256; in the end the whole pack is made again from what was read and
 * has to be the file that was given, so that nothing hides between the entries either.
 */
import { createHash } from "node:crypto";
import { type Answer, fail, type Failure, succeed } from "../model.ts";
import { packEntries } from "./makePack.ts";
import { isSignature } from "./packKey.ts";
import type { PackContainer } from "./packContainer.ts";
import { decodeManifest, filesOf, manifestEntry, type PackFile, type PackManifest, signatureEntry } from "./packManifest.ts";
import { zipOf } from "./packZip.ts";

export interface Pack {
  /** With a publisher, its signature is right. */
  manifest: PackManifest;
  /** A file's bytes, checked once more. Fails with `pack-altered` when the pack changed since it was opened. */
  read(file: PackFile): Promise<Answer<Uint8Array>>;
}

export interface PackWatch {
  signal?: AbortSignal | undefined;
  /** Bytes checked so far, and in all. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Fails with `pack-damaged`, `pack-newer` or `pack-altered`. Rejects only with the reason of `signal`. */
export async function openPack(container: PackContainer, watch: PackWatch = {}): Promise<Answer<Pack>> {
  if (!container.entries.some(({ path }) => path === manifestEntry)) return fail("pack-damaged", { detail: `no ${manifestEntry}` });
  const text = await readEntry(container, manifestEntry);
  if (!text.ok) return text;
  const manifest = decodeManifest(text.value);
  if (!manifest.ok) return manifest;
  const signature = await readSignature(container, manifest.value, text.value);
  if (!signature.ok) return signature;
  const read = (file: PackFile): Promise<Answer<Uint8Array>> => readChecked(container, file);
  const whole = await checkWhole(container, manifest.value, text.value, signature.value, watch);
  return whole.ok ? succeed({ manifest: manifest.value, read }) : whole;
}

/** Null for a pack that nobody signs. */
async function readSignature(container: PackContainer, { publisher }: PackManifest, text: Uint8Array): Promise<Answer<Uint8Array | null>> {
  if (publisher === null) return succeed(null);
  const signature = await readEntry(container, signatureEntry);
  if (!signature.ok) return altered("its signature is gone");
  return isSignature(text, signature.value, publisher.publicKey) ? signature : altered("its signature is of another manifest");
}

async function checkWhole(container: PackContainer, manifest: PackManifest, text: Uint8Array, signature: Uint8Array | null, watch: PackWatch): Promise<Answer<null>> {
  const total = filesOf(manifest).reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const entries = packEntries(manifest, text, signature, async (file) => {
    watch.signal?.throwIfAborted();
    const bytes = await readChecked(container, file);
    if (!bytes.ok) throw new Refusal(bytes.failure);
    done += file.bytes;
    watch.onProgress?.(done, total);
    return bytes.value;
  });
  if (!isSameList(container.entries, entries)) return altered("its entries are not those of its manifest");
  try {
    const digest = createHash("sha256");
    for await (const chunk of zipOf(entries)) digest.update(chunk);
    const found = await container.digest();
    if (!found.ok) return damaged(found.failure);
    return digest.digest("hex") === found.value ? succeed(null) : altered("it holds bytes that no pack has");
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** Brings a failure out of the making of the zip, which knows errors only. */
class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

function isSameList(found: PackContainer["entries"], expected: PackContainer["entries"]): boolean {
  return found.length === expected.length && expected.every(({ path, bytes }, index) => found[index]?.path === path.normalize("NFC") && found[index]?.bytes === bytes);
}

async function readChecked(container: PackContainer, { path, bytes, sha256 }: PackFile): Promise<Answer<Uint8Array>> {
  const content = await readEntry(container, path);
  if (!content.ok) return content;
  const isSame = content.value.length === bytes && createHash("sha256").update(content.value).digest("hex") === sha256;
  return isSame ? content : altered(`${path} is not what the manifest says`);
}

/** A zip has a checksum of its own: an entry that does not fit it cannot be had, and is not what it was either. */
async function readEntry(container: PackContainer, path: string): Promise<Answer<Uint8Array>> {
  const content = await container.read(path);
  return content.ok ? content : altered(`${path}: ${content.failure.detail ?? content.failure.code}`);
}

function damaged({ code, detail }: Failure): { ok: false; failure: Failure } {
  return fail("pack-damaged", { detail: detail ?? code });
}

function altered(detail: string): { ok: false; failure: Failure } {
  return fail("pack-altered", { detail });
}
