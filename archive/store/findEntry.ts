/** What a document's folder says of itself, when the catalogue may be wrong about it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CatalogueEntry, fileState } from "./catalogue.ts";
import { sha256 } from "./digest.ts";
import { documentFile, documentFolder, type Named } from "./layout.ts";
import { readRecord } from "./record.ts";

/**
 * The entry of a document from its file and its record. `listed` is what the catalogue says of it, and is given back itself when that holds. Null when
 * the folder holds no document that can be told.
 */
export async function findEntry(folder: string, document: Named, listed?: CatalogueEntry): Promise<CatalogueEntry | null> {
  const file = join(folder, documentFile(document));
  const written = await fileState(folder, { head: document });
  if (!written) return null;
  if (listed?.modified === written.modified && listed.bytes === written.bytes) return document.kind === "report" ? withMachine(folder, listed) : listed;
  const bytes = await readFile(file);
  const digest = sha256(bytes);
  const recorded = (await readRecord(join(folder, documentFolder(document))))?.entry;
  // A record is written after its document, and before the catalogue.
  const exact = [recorded, listed].find((entry) => entry?.sha256 === digest);
  if (exact) return { ...exact, ...written };
  if (document.kind === "report") return null;
  const base = recorded ?? listed;
  const { parseLetter } = await import("./letterFile.ts");
  const letter = parseLetter(bytes.toString("utf8"), document.id, base?.head.collection);
  return letter.ok ? { ...base, head: letter.value.head, pictures: letter.value.pictures, sha256: digest, ...written } : null;
}

/** What was read by machine is on record before the catalogue tells it; nothing else of an entry changes. */
async function withMachine(folder: string, listed: CatalogueEntry): Promise<CatalogueEntry> {
  const recorded = (await readRecord(join(folder, documentFolder(listed.head))))?.entry;
  if (recorded?.sha256 !== listed.sha256 || recorded.machine === listed.machine) return listed;
  const { machine: _, ...rest } = listed;
  return { ...rest, ...(recorded.machine !== undefined && { machine: recorded.machine }) };
}
