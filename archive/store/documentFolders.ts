/**
 * The folders of a library's documents, made and moved whole: a new one is written beside, flushed, and renamed to its place, so that it is there
 * entirely or not at all.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DocumentId } from "../model.ts";
import { binFolder, catalogueFile, coverageFile, documentFolder, incomingFolder, indexFile, lockFile, machineFile, mainFile, type Named, passagesFile, recordFile } from "./layout.ts";
import { flushFolder, temporaryName, writeFlushed } from "./writeFile.ts";

/** Files by their path in the document's folder. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Makes a document's folder. Rejects with the system's error; nothing is there then. */
export async function makeFolder(library: string, document: Named, files: Files): Promise<void> {
  await moveTo(await writeBeside(library, files), join(library, documentFolder(document)));
}

/**
 * Makes a document's folder anew, what stood there becoming the part `revisions/<number>` of it. For a moment the document is nowhere: the folder from
 * before then stands among what is incoming, and `putBack` finds it.
 */
export async function reviseFolder(library: string, document: Named, number: number, files: Files): Promise<void> {
  const place = join(library, documentFolder(document));
  const making = await writeBeside(library, files);
  try {
    await keepRevisions(place, making, number);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
  const before = join(library, incomingFolder, replacedName(document));
  await rm(before, { recursive: true, force: true });
  await rename(place, before);
  await moveTo(making, place);
  await rm(before, { recursive: true, force: true });
}

/** Undoes `reviseFolder`: what was made the revision of that number is the document again. */
export async function unreviseFolder(library: string, document: Named, number: number): Promise<void> {
  const place = join(library, documentFolder(document));
  const before = join(library, incomingFolder, replacedName(document));
  await mkdir(dirname(before), { recursive: true });
  await rename(join(place, "revisions", String(number)), before);
  if ((await foldersIn(join(place, "revisions"))).length > 0) await rename(join(place, "revisions"), join(before, "revisions"));
  await rm(place, { recursive: true, force: true });
  await moveTo(before, place);
}

export async function moveToBin(library: string, document: Named): Promise<void> {
  await moveTo(join(library, documentFolder(document)), join(library, binFolder, documentFolder(document)));
  await dropEmptyParent(library, document);
}

export async function moveFromBin(library: string, document: Named): Promise<void> {
  await moveTo(join(library, binFolder, documentFolder(document)), join(library, documentFolder(document)));
  await dropEmptyParent(join(library, binFolder), document);
}

export function deleteFromBin(library: string, document: Named): Promise<void> {
  return deleteFolder(join(library, binFolder), document);
}

export async function deleteFolder(library: string, document: Named): Promise<void> {
  await rm(join(library, documentFolder(document)), { recursive: true, force: true });
  await dropEmptyParent(library, document);
}

/** The documents that have a folder, by what the folders are called, in a library or its bin. */
export async function listFolders(library: string): Promise<Named[]> {
  const found: Named[] = [];
  for (const kind of ["letter", "report"] as const) {
    for (const collection of await foldersIn(join(library, `${kind}s`))) {
      const names = await foldersIn(join(library, `${kind}s`, collection));
      found.push(...names.map((name) => ({ kind, id: `${collection}/${name}` })).filter(({ id }) => DocumentId.safeParse(id).success));
    }
  }
  return found;
}

/** Whether a folder holds what looks like a library's documents, whatever its catalogue says. */
export async function hasDocuments(library: string): Promise<boolean> {
  return (await listFolders(library)).length > 0;
}

/** Puts folders back whose replacement was interrupted, and clears away what was being written. Answers how many were put back. */
export async function clearIncoming(library: string): Promise<number> {
  let back = 0;
  for (const name of await foldersIn(join(library, incomingFolder))) {
    const document = replacedDocument(name);
    const place = document && join(library, documentFolder(document));
    const from = join(library, incomingFolder, name);
    if (place && !(await isThere(place))) {
      await moveTo(from, place);
      back += 1;
    } else await rm(from, { recursive: true, force: true });
  }
  await rm(join(library, incomingFolder), { recursive: true, force: true });
  return back;
}

/** Takes the folder of what is incoming away, when nothing is. */
export async function dropIncoming(library: string): Promise<void> {
  await rmdir(join(library, incomingFolder)).catch(() => undefined);
}

/** Clears away what writing leaves when it is cut off: in a document's folder, or, without a document, in the library's own. */
export async function clearTemporary(library: string, document?: Named): Promise<void> {
  const folder = document ? join(library, documentFolder(document)) : library;
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (isTemporary(name)) await rm(join(folder, name), { recursive: true, force: true });
}

/** Only names that Relire itself gives: a person may keep files of their own beside. */
function isTemporary(name: string): boolean {
  const whole = name.replace(temporaryName, "");
  return whole !== name && ownNames.has(whole);
}

const ownNames = new Set([catalogueFile, coverageFile, indexFile, passagesFile, lockFile, recordFile, machineFile, mainFile("letter"), mainFile("report")]);

async function writeBeside(library: string, files: Files): Promise<string> {
  const making = join(library, incomingFolder, randomUUID());
  await mkdir(making, { recursive: true });
  try {
    const folders = new Set([...files.keys()].map((path) => dirname(join(making, path))));
    for (const folder of folders) if (folder !== making) await mkdir(folder, { recursive: true });
    await Promise.all([...files].map(([path, content]) => writeFlushed(join(making, path), content)));
    await Promise.all([...new Set([...folders, making])].map(flushFolder));
    return making;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

async function moveTo(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await flushFolder(dirname(to));
}

/** Copies what a folder holds into the revisions of the one being made, and its own revisions beside. */
async function keepRevisions(place: string, making: string, number: number): Promise<void> {
  for (const path of await listFiles(place)) {
    const to = join(making, path.startsWith("revisions/") ? path : join("revisions", String(number), path));
    await mkdir(dirname(to), { recursive: true });
    await writeFlushed(to, await readFile(join(place, path)));
    await flushFolder(dirname(to));
  }
}

/** Paths, in the archive's folder, of what makes a document for others: its own file, its pictures, its original, its text, also as the machine read it. */
export async function sharedFiles(archive: string, document: Named): Promise<string[]> {
  const shared = /^(?:letter\.md|report\.pdf|text\.json|ocr\.json|original\.[a-z0-9]+|pictures\/[^/]+)$/;
  const paths = await listFiles(join(archive, documentFolder(document)));
  return paths.filter((path) => shared.test(path)).map((path) => `${documentFolder(document)}/${path}`);
}

/** The bytes of one of a document's files, by its path in the archive's folder. Rejects with the system's error. */
export function readDocumentFile(archive: string, path: string): Promise<Buffer> {
  return readFile(join(archive, path));
}

/** Paths of all files in a folder and below, with `/`. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths = entries.map(async (entry) => {
    if (entry.isDirectory()) return (await listFiles(join(folder, entry.name))).map((path) => `${entry.name}/${path}`);
    return entry.isFile() ? [entry.name] : [];
  });
  return (await Promise.all(paths)).flat();
}

/** The name, among what is incoming, of a folder that is being replaced. */
function replacedName({ id, kind }: Named): string {
  return `${kind}.${id.replace("/", ".")}`;
}

function replacedDocument(name: string): Named | null {
  const [kind, collection, rest, more] = name.split(".");
  const id = `${collection}/${rest}`;
  return (kind === "letter" || kind === "report") && more === undefined && DocumentId.safeParse(id).success ? { kind, id } : null;
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}

/** A collection's folder without documents is no use to anyone; rmdir refuses those that hold something. */
async function dropEmptyParent(root: string, document: Named): Promise<void> {
  await rmdir(join(root, dirname(documentFolder(document)))).catch(() => undefined);
}
