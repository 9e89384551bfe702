/** The search index over opened folders: saved ones when they match the documents, made anew otherwise. */
import type { DocumentHead, Failure, Passage, PassageList } from "./model.ts";
import { readPdf } from "./import/pdf.ts";
import type { OpenDocument, OpenFolder } from "./openFolder.ts";
import type { IndexedPassages } from "./search/engine.ts";
import { createLiveIndex } from "./search/live.ts";
import type { PassageIndex } from "./search/passageIndex.ts";
import { PassageTable } from "./search/passageTable.ts";
import { letterPassages, reportPassages } from "./search/passages.ts";
import { openSealedPassages, sealPassages } from "./search/sealedPassages.ts";
import { readDocumentBytes, readLetter } from "./store/documents.ts";
import { indexFile } from "./store/layout.ts";
import { fingerprint, readIndex, writeIndex } from "./store/savedIndex.ts";
import { openPassages, writePassages } from "./store/savedPassages.ts";

export interface AssembledIndex {
  /** One for each folder. */
  sets: IndexedPassages[];
  /** Damage found in saved files; all of it was made good in memory. */
  troubles: Failure[];
}

type HeadOf = (document: string) => DocumentHead | undefined;

/** Up to this many passages without a sealed index are held live; more are sealed in memory, which searches faster. */
const mostLive = 500;

/** The saved index of each folder when it can be used; made anew in memory otherwise. */
export async function assembleIndex(folders: readonly OpenFolder[], headOf: HeadOf): Promise<AssembledIndex> {
  const troubles: Failure[] = [];
  const sets = await Promise.all(folders.map((folder) => indexFolder(folder, headOf, troubles)));
  return { sets, troubles };
}

/**
 * Makes and saves the passages and the sealed index of a folder. Each file is whole or not there; stopped by the signal, or interrupted, those
 * from before stay in use.
 */
export async function sealFolder(folder: OpenFolder, headOf: HeadOf, signal?: AbortSignal): Promise<void> {
  const made = folderFingerprint(folder);
  const passages = await readFolderPassages(folder);
  const sealed = await sealPassages(passages, headOf, made, signal);
  await writePassages(folder.path, made, passages);
  await writeIndex(folder.path, sealed);
}

/** The passages of a folder's readable documents: as saved, or taken from the documents themselves. */
export async function readFolderPassages(folder: OpenFolder): Promise<Passage[]> {
  const readable = folder.documents.filter(({ failure }) => failure === null);
  const sets: Passage[][] = [];
  for (const document of readable) sets.push(await documentPassages(folder.path, document));
  return sets.flat();
}

/** The fingerprint of what a folder's index covers: its readable documents. */
export function folderFingerprint({ documents }: OpenFolder): string {
  return fingerprint(documents.filter(({ failure }) => failure === null).map(({ entry }) => ({ id: entry.head.id, sha256: entry.sha256 })));
}

async function indexFolder(folder: OpenFolder, headOf: HeadOf, troubles: Failure[]): Promise<IndexedPassages> {
  const made = folderFingerprint(folder);
  const saved = openPassages(folder.path, made, (failure) => troubles.push(failure));
  if (!saved.ok && saved.failure.code === "index-damaged") troubles.push(saved.failure);
  const index = saved.ok ? await savedIndex(folder, made, saved.value.count, troubles) : null;
  if (saved.ok && index) return { passages: saved.value, index };
  const whole = saved.ok ? everyPassage(saved.value) : null;
  if (saved.ok && whole) return { passages: saved.value, index: await makeIndex(whole, headOf, made) };
  const passages = await readFolderPassages(folder);
  return { passages: new PassageTable(passages), index: await makeIndex(passages, headOf, made) };
}

/** Null when one of them cannot be read. */
function everyPassage(list: PassageList): Passage[] | null {
  const passages = Array.from({ length: list.count }, (_, place) => list.at(place));
  return passages.every((passage) => passage !== null) ? passages : null;
}

async function savedIndex(folder: OpenFolder, made: string, count: number, troubles: Failure[]): Promise<PassageIndex | null> {
  const bytes = await readIndex(folder.path);
  const opened = bytes.ok ? openSealedPassages(bytes.value, made, count) : bytes;
  if (opened.ok) return opened.value;
  troubles.push({ ...opened.failure, file: indexFile });
  return null;
}

async function makeIndex(passages: readonly Passage[], headOf: HeadOf, made: string): Promise<PassageIndex> {
  if (passages.length <= mostLive) return createLiveIndex(passages, headOf);
  const opened = openSealedPassages(await sealPassages(passages, headOf, made), made, passages.length);
  if (!opened.ok) throw new Error(`an index that was just sealed does not open: ${opened.failure.detail}`);
  return opened.value;
}

async function documentPassages(folder: string, { entry }: OpenDocument): Promise<Passage[]> {
  if (entry.head.kind === "letter") {
    const letter = await readLetter(folder, entry);
    return letter.ok ? letterPassages(letter.value) : [];
  }
  const bytes = await readDocumentBytes(folder, entry);
  if (!bytes.ok) return [];
  const content = await readPdf(bytes.value);
  return content.ok ? reportPassages(entry.head, content.value.pages) : [];
}
