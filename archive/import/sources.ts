/**
 * What a person gave, as files: files as they are, folders walked, zip archives unpacked. Everything comes in natural order, one at a time; what cannot
 * be read, leads elsewhere or would grow out of measure is told by its name, and the others go on. The names of what systems leave behind are passed over.
 */
import type { Dirent } from "node:fs";
import { open, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Answer, fail, succeed } from "../model.ts";
import { isZip, openZip, type OpenZip, type ZipEntry } from "../zip/openZip.ts";
import { isJunk } from "./junkNames.ts";

export interface SourceFile {
  /** The path as it was given, followed by the path inside it, with `/`. */
  file: string;
  /** Fails with `file-missing`, `file-empty`, `file-unreadable`, `file-too-large`, or one of the `zip-` codes. */
  content: Answer<Uint8Array>;
}

/** Bytes of the largest file that is read: mailboxes of many years have hundreds of megabytes. */
const mostBytes = 512 * 2 ** 20;

/** Rejects only when the signal aborts. */
export async function* readSources(paths: readonly string[], signal?: AbortSignal): AsyncGenerator<SourceFile> {
  for (const path of paths) {
    signal?.throwIfAborted();
    // What was named itself may be a link, hidden, anything: it was chosen.
    yield* readPath(path, shown(path), signal);
  }
}

/** How many files `readSources` will give, as far as folders and the directories of zip archives tell it. */
export async function countSources(paths: readonly string[]): Promise<number> {
  let count = 0;
  for (const path of paths) count += await countPath(path);
  return count;
}

/** With `/`, and none at the end. */
function shown(path: string): string {
  const slashed = sep === "\\" ? path.replaceAll("\\", "/") : path;
  return slashed.length > 1 ? slashed.replace(/\/+$/, "") : slashed;
}

async function* readPath(path: string, file: string, signal: AbortSignal | undefined): AsyncGenerator<SourceFile> {
  const found = await look(path);
  if (!found.ok) yield { file, content: found };
  else if (found.value.isFolder) yield* readFolder(path, file, await realpath(path), signal);
  else if (await isUnpacked(path)) yield* readZip(path, file, signal);
  else yield { file, content: await readWhole(path, found.value.size, signal) };
}

async function* readFolder(path: string, file: string, root: string, signal: AbortSignal | undefined): AsyncGenerator<SourceFile> {
  const children = await childrenOf(path);
  if (!children.ok) {
    yield { file, content: children };
    return;
  }
  for (const child of children.value) {
    signal?.throwIfAborted();
    const [at, name] = [join(path, child.name), `${file}/${child.name}`];
    if (child.isDirectory()) yield* readFolder(at, name, root, signal);
    else if (child.isSymbolicLink()) yield* readLink(at, name, root);
    else yield* readPath(at, name, signal);
  }
}

/** A link that stays inside the folder is passed over: what it leads to is read at its own place. Any other is refused. */
async function* readLink(path: string, file: string, root: string): AsyncGenerator<SourceFile> {
  try {
    const target = await realpath(path);
    if (target !== root && !target.startsWith(root + sep)) yield { file, content: fail("zip-unsafe", { detail: "a link that leads out of the folder" }) };
  } catch (error) {
    yield { file, content: fail(codeOf(error), { detail: messageOf(error) }) };
  }
}

async function* readZip(path: string, file: string, signal: AbortSignal | undefined): AsyncGenerator<SourceFile> {
  const opened = await openZip(path);
  if (!opened.ok) {
    yield { file, content: opened };
    return;
  }
  const zip = opened.value;
  try {
    for (const entry of filesOf(zip)) {
      signal?.throwIfAborted();
      yield { file: `${file}/${entry.name}`, content: await readEntry(zip, entry, signal) };
    }
    if (zip.damage) yield { file, content: { ok: false, failure: zip.damage } };
  } finally {
    zip.close();
  }
}

async function readEntry(zip: OpenZip, entry: ZipEntry, signal: AbortSignal | undefined): Promise<Answer<Uint8Array>> {
  const content = await zip.read(entry, signal);
  if (!content.ok) return content;
  if (content.value.length === 0) return fail("file-empty");
  return isZip(content.value) && (await isPlainZip(content.value)) ? fail("zip-nested") : content;
}

function filesOf({ entries }: OpenZip): ZipEntry[] {
  return entries.filter(({ name, refused }) => refused !== null || !name.split("/").some(isJunk)).sort((a, b) => naturally.compare(a.name, b.name));
}

const naturally = new Intl.Collator("fr", { numeric: true });

async function look(path: string): Promise<Answer<{ isFolder: boolean; size: number }>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return succeed({ isFolder: true, size: 0 });
    // A pipe or a device would keep one waiting, perhaps for ever.
    return found.isFile() ? succeed({ isFolder: false, size: found.size }) : fail("file-unreadable", { detail: "not a file" });
  } catch (error) {
    return fail(codeOf(error), { detail: messageOf(error) });
  }
}

async function readWhole(path: string, size: number, signal: AbortSignal | undefined): Promise<Answer<Uint8Array>> {
  if (size > mostBytes) return fail("file-too-large", { detail: `${size} bytes` });
  try {
    const bytes = await readFile(path, signal ? { signal } : {});
    return bytes.length > 0 ? succeed(bytes) : fail("file-empty");
  } catch (error) {
    signal?.throwIfAborted();
    return fail(codeOf(error), { detail: messageOf(error) });
  }
}

async function childrenOf(folder: string): Promise<Answer<Dirent[]>> {
  try {
    const children = await readdir(folder, { withFileTypes: true });
    return succeed(children.filter(({ name }) => !isJunk(name)).sort((a, b) => naturally.compare(a.name, b.name)));
  } catch (error) {
    return fail(codeOf(error), { detail: messageOf(error) });
  }
}

/** Whether a file is a zip archive of files. What cannot be read is none: reading it says why. */
async function isUnpacked(path: string): Promise<boolean> {
  try {
    const handle = await open(path);
    try {
      const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return isZip(buffer) && (await isPlainZip(path));
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

/** Office documents and e-books are zip archives too, told by the entry that their formats demand; they are documents, whole. A damaged archive is one. */
async function isPlainZip(source: string | Uint8Array): Promise<boolean> {
  const opened = await openZip(source);
  if (!opened.ok) return true;
  opened.value.close();
  return !opened.value.entries.some(({ name }) => name === "[Content_Types].xml" || name === "mimetype");
}

async function countPath(path: string): Promise<number> {
  const found = await look(path);
  if (!found.ok) return 1;
  if (found.value.isFolder) return countFolder(path);
  if (!(await isUnpacked(path))) return 1;
  const opened = await openZip(path);
  if (!opened.ok) return 1;
  opened.value.close();
  return filesOf(opened.value).length;
}

async function countFolder(path: string): Promise<number> {
  const children = await childrenOf(path);
  if (!children.ok) return 1;
  let count = 0;
  for (const child of children.value) {
    if (child.isDirectory()) count += await countFolder(join(path, child.name));
    else if (!child.isSymbolicLink()) count += await countPath(join(path, child.name));
  }
  return count;
}

/** Of what `node:fs` rejects with. */
function codeOf(error: unknown): "file-missing" | "file-unreadable" {
  return error instanceof Error && "code" in error && error.code === "ENOENT" ? "file-missing" : "file-unreadable";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

