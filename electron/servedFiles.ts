/**
 * What an address of the app's own scheme asks for, and the file that answers it. Everything else is refused: other methods and hosts, ways up, other
 * files of an archive's folder than pictures and reports, and what a link leads to outside of its folder.
 */
import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

export const origin = "relire://app";

/** `path` is relative to the folder it is asked from; a paper's is the whole one. `refused` is a status of HTTP. */
export type Served = { from: "papers" | "archive" | "window"; path: string } | { refused: 400 | 403 | 404 };

/** Of an archive's folder, only these are ever served. */
const archivePath = /^\/archive\/(letters\/[a-z0-9-]+\/[a-z0-9-]+\/pictures\/[^/]+|reports\/[a-z0-9-]+\/[a-z0-9-]+\/report\.pdf)$/;

export function isOwnAddress(url: string): boolean {
  return url === origin || url.startsWith(`${origin}/`);
}

export function readServed(method: string, url: string): Served {
  if (method !== "GET" || !isOwnAddress(url)) return { refused: 403 };
  const path = pathOf(url);
  if (path === null) return { refused: 400 };
  if (path.startsWith("/paper/")) return { from: "papers", path };
  if (!path.startsWith("/archive/")) return { from: "window", path };
  const inArchive = archivePath.exec(path)?.[1];
  return inArchive === undefined ? { refused: 404 } : { from: "archive", path: inArchive };
}

/** The decoded path of an address, or null when it cannot be one: bad encoding, a NUL, a backslash, a way up. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    return /[\0\\]/.test(path) || path.split("/").includes("..") ? null : path;
  } catch {
    return null;
  }
}

export interface FoundFile {
  path: string;
  size: number;
  /** Another one for other contents: a reader by ranges sees that the file changed meanwhile (RFC 9110, 8.8.3). */
  tag: string;
}

/** The file of a path in the first folder that has it. */
export async function firstFile(folders: readonly string[], path: string): Promise<FoundFile | null> {
  for (const folder of folders) {
    const file = await fileInside(folder, path);
    if (file) return file;
  }
  return null;
}

/** The file of a path when it lies inside the folder, symbolic links resolved. */
async function fileInside(folder: string, path: string): Promise<FoundFile | null> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, path));
    const found = await stat(file);
    return found.isFile() && file.startsWith(root + sep) ? { path: file, size: found.size, tag: `"${found.size}-${found.mtimeMs}"` } : null;
  } catch {
    return null;
  }
}
