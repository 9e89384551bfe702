/** Whose keys are known: those that came with bundled archives, and those that the library has met. */
import { z } from "zod";
import { KnownKey, keysAfter, type Signer } from "../share/packTrust.ts";
import { readKeys, writeKeys } from "../store/knownKeys.ts";

const KeysFile = z.object({ format: z.literal(1), keys: z.array(KnownKey) });

/** Of all these folders. A file that cannot be read, or was changed into something else, makes nobody known. */
export async function knownKeys(folders: readonly string[]): Promise<KnownKey[]> {
  const files = await Promise.all(folders.map(keysIn));
  return files.flat();
}

/** Notes the signer of a pack that was taken in, with its collections. Rejects with the system's error. */
export async function noteSigner(library: string, signer: Signer, collections: readonly string[]): Promise<void> {
  const before = await keysIn(library);
  const after = keysAfter(signer, collections, before);
  if (JSON.stringify(after) !== JSON.stringify(before)) await writeKeys(library, { format: 1, keys: after });
}

async function keysIn(folder: string): Promise<KnownKey[]> {
  const file = KeysFile.safeParse(await readKeys(folder));
  return file.success ? file.data.keys : [];
}
