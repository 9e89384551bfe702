/** Whose keys are known: those that came with bundled archives, and those that the library has met. */
import { z } from "zod";
import type { Failure } from "../model.ts";
import { KnownKey, keysAfter, type Signer } from "../share/packTrust.ts";
import { readKeys, setKeysAside, writeKeys } from "../store/knownKeys.ts";
import { keysFile } from "../store/layout.ts";
import { isOfLaterFormat, NewerFile } from "../store/newerFile.ts";

const format = 1;
const KeysFile = z.object({ format: z.literal(format), keys: z.array(KnownKey) });

/** Of all these folders. A file that cannot be read, or was changed into something else, makes nobody known. */
export async function knownKeys(folders: readonly string[]): Promise<KnownKey[]> {
  const files = await Promise.all(folders.map(keysIn));
  return files.flat();
}

/** Notes the signer of a pack that was taken in, with its collections. Rejects with the system's error. */
export async function noteSigner(library: string, signer: Signer, collections: readonly string[]): Promise<void> {
  await insistKeysAreOurs(library);
  await damagedKeys(library);
  const before = await keysIn(library);
  const after = keysAfter(signer, collections, before);
  if (JSON.stringify(after) !== JSON.stringify(before)) await writeKeys(library, { format, keys: after });
}

/** Throws `NewerFile` when whom the library knows was written by a later Relire: nobody can be judged then, and nothing noted. */
export async function insistKeysAreOurs(library: string): Promise<void> {
  if (isOfLaterFormat((await readKeys(library)).value, format)) throw new NewerFile(keysFile);
}

/** Sets a library's keys aside when they do not read; gives what is to be told of them. */
export async function damagedKeys(library: string): Promise<Failure | null> {
  const { isThere, value } = await readKeys(library);
  if (!isThere || KeysFile.safeParse(value).success) return null;
  if (isOfLaterFormat(value, format)) return { code: "library-newer", file: keysFile };
  return { code: "keys-damaged", file: await setKeysAside(library) };
}

async function keysIn(folder: string): Promise<KnownKey[]> {
  const file = KeysFile.safeParse((await readKeys(folder)).value);
  return file.success ? file.data.keys : [];
}
