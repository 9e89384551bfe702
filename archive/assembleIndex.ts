/** The search index over opened folders: saved ones when they match the documents, made anew otherwise. */
import type { DocumentHead, Failure, Passage } from "./model.ts";
import { readPdf } from "./import/pdf.ts";
import type { OpenDocument, OpenFolder } from "./openFolder.ts";
import { createLiveIndex, type LiveIndex, openLiveIndex } from "./search/live.ts";
import { letterPassages, reportPassages } from "./search/passages.ts";
import { readDocumentBytes, readLetter } from "./store/documents.ts";
import { fingerprint, readIndex, readPassages } from "./store/savedIndex.ts";

export interface AssembledIndex {
  index: LiveIndex;
  passages: Map<string, Passage>;
  /** Damage found in saved files; all of it was made good in memory. */
  troubles: Failure[];
}

type HeadOf = (document: string) => DocumentHead | undefined;

/** The saved index of the first folder when it can be used; the passages of the others, or of all, are added to it. */
export async function assembleIndex(folders: readonly OpenFolder[], headOf: HeadOf): Promise<AssembledIndex> {
  const troubles: Failure[] = [];
  const sets = await Promise.all(folders.map((folder) => folderPassages(folder, troubles)));
  const first = folders[0];
  const saved = first && sets[0]?.saved ? await savedIndex(first, troubles) : null;
  const index = saved ?? createLiveIndex();
  for (const { passages } of saved ? sets.slice(1) : sets) index.add(passages, headOf);
  return { index, passages: new Map(sets.flatMap(({ passages }) => passages.map((passage) => [passage.id, passage]))), troubles };
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

async function folderPassages(folder: OpenFolder, troubles: Failure[]): Promise<{ passages: Passage[]; saved: boolean }> {
  const saved = await readPassages(folder.path, folderFingerprint(folder));
  if (saved.ok) return { passages: saved.value, saved: true };
  if (saved.failure.code === "index-damaged") troubles.push(saved.failure);
  return { passages: await readFolderPassages(folder), saved: false };
}

async function savedIndex(folder: OpenFolder, troubles: Failure[]): Promise<LiveIndex | null> {
  const saved = await readIndex(folder.path, folderFingerprint(folder));
  if (!saved.ok) {
    if (saved.failure.code !== "index-outdated") troubles.push(saved.failure);
    return null;
  }
  try {
    return openLiveIndex(saved.value);
  } catch (error) {
    troubles.push({ code: "index-damaged", detail: String(error) });
    return null;
  }
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
