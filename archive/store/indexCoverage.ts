/**
 * Which documents a folder's saved passages and sealed index were made from, in a file beside them: a line each, after the version of the analysis.
 * Passages and index carry the digest of this text as their fingerprint. What changed since is told from what did not, so that a new letter does not
 * cost a new index.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CatalogueEntry } from "./catalogue.ts";
import { sha256 } from "./digest.ts";
import { coverageFile } from "./layout.ts";
import { writeFile } from "./writeFile.ts";

/** Raised when the analysis of texts changes, so that indexes made before are made again. */
const analysisVersion = 2;
const firstLine = `analysis ${analysisVersion}`;

export interface IndexCoverage {
  /** Carried by the passages and the index that were made from these documents. */
  fingerprint: string;
  /** What each document was, by its id: `versionOf`. */
  versions: ReadonlyMap<string, string>;
}

/** A value that changes with what is indexed of a document: its file, and of a report what is not in its file, its title and what was read by machine. */
export function versionOf({ head, sha256: digest, machine }: CatalogueEntry): string {
  return head.kind === "letter" ? digest : sha256(`${digest} ${head.title}${machine === undefined ? "" : ` ${machine}`}`);
}

/** The coverage of these documents, in whatever order. */
export function coverageOf(entries: readonly CatalogueEntry[]): IndexCoverage & { text: string } {
  const versions = new Map(entries.map((entry) => [entry.head.id, versionOf(entry)] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = [firstLine, ...[...versions].map(([id, version]) => `${id} ${version}`), ""].join("\n");
  return { text, versions, fingerprint: sha256(text) };
}

/** What the saved index covers; null when that is not told, or of an analysis no longer in force. */
export async function readCoverage(folder: string): Promise<IndexCoverage | null> {
  const text = await readFile(join(folder, coverageFile), "utf8").catch(() => null);
  if (text === null || !text.startsWith(`${firstLine}\n`)) return null;
  const lines = text.split("\n").slice(1, -1);
  return { versions: new Map(lines.map((line) => line.split(" ", 2) as [string, string])), fingerprint: sha256(text) };
}

export async function writeCoverage(folder: string, text: string): Promise<void> {
  await writeFile(join(folder, coverageFile), text);
}
