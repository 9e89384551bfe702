/** Makes a pack: the manifest, its signature when there is a key, then every file of every document. */
import type { SigningKey } from "./packKey.ts";
import { encodeManifest, filesOf, makeManifest, manifestEntry, mimeType, mimeTypeEntry, type PackFile, type PackManifest, signatureEntry } from "./packManifest.ts";
import { type ZipEntry, zipOf } from "./packZip.ts";

export interface PackContent extends Pick<PackManifest, "base" | "collections" | "rubrics" | "documents" | "dossiers" | "notes"> {
  key: SigningKey | null;
  /** The bytes of a file of the documents. Rejects, and the pack with it, when they cannot be had. */
  read(file: PackFile): Promise<Uint8Array>;
}

export interface MadePack {
  manifest: PackManifest;
  /** The pack's bytes, made as they are asked for. */
  bytes: AsyncIterable<Uint8Array>;
}

/** The same content and key give the same bytes (RFC 8032 signs without chance). */
export function makePack({ key, read, ...content }: PackContent): MadePack {
  const manifest = makeManifest({ ...content, publisher: key && { name: key.publisher, publicKey: key.publicKey } });
  const text = encodeManifest(manifest);
  return { manifest, bytes: zipOf(packEntries(manifest, text, key && key.sign(text), read)) };
}

/** All entries of a pack, in the one order they have. */
export function packEntries(manifest: PackManifest, text: Uint8Array, signature: Uint8Array | null, read: PackContent["read"]): ZipEntry[] {
  return [
    entryOf(mimeTypeEntry, new TextEncoder().encode(mimeType)),
    entryOf(manifestEntry, text),
    ...(signature ? [entryOf(signatureEntry, signature)] : []),
    ...filesOf(manifest).map((file) => ({ path: file.path, bytes: file.bytes, read: () => read(file) })),
  ];
}

function entryOf(path: string, content: Uint8Array): ZipEntry {
  return { path, bytes: content.length, read: async () => content };
}
