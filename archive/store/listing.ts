/**
 * A catalogue as it is opened: each document by its id and what its index must be made from, the rest of its line read when it is asked for. Of ten
 * thousand documents, a search shows twenty.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, succeed } from "../model.ts";
import { type Catalogue, type CatalogueEntry, checkPaths, isOwnWriting, readCatalogue } from "./catalogue.ts";
import { versionOf } from "./indexCoverage.ts";
import { catalogueFile } from "./layout.ts";

/** A document of a catalogue. */
export interface Listed {
  readonly id: string;
  /** As `versionOf` gives it. */
  readonly version: string;
  readonly entry: CatalogueEntry;
}

export interface Listing {
  /** Without its documents. */
  catalogue: Catalogue;
  documents: Listed[];
}

/** Fails as `readCatalogue` does. A catalogue that Relire did not write itself is read and checked whole. */
export async function readListing(folder: string): Promise<Answer<Listing>> {
  const bytes = await readFile(join(folder, catalogueFile)).catch(() => null);
  const listing = bytes && isOwnWriting(bytes) ? readLines(bytes) : null;
  if (listing) return succeed(listing);
  const catalogue = await readCatalogue(folder);
  return catalogue.ok ? succeed({ catalogue: { ...catalogue.value, documents: [] }, documents: catalogue.value.documents.map(listedEntry) }) : catalogue;
}

export function listedEntry(entry: CatalogueEntry): Listed {
  return { id: entry.head.id, version: versionOf(entry), entry };
}

const [opening, closing] = ['\n"documents":[\n', '\n],\n"bin":'].map((text) => Buffer.from(text)) as [Buffer, Buffer];
const lineEnd = 10;

/** By the layout that `writeCatalogue` gives; null for any other. A line's end is no part of a JSON string. */
function readLines(bytes: Buffer): Listing | null {
  const [start, end] = [bytes.indexOf(opening), bytes.indexOf(closing)];
  if (start < 0 || end < start) return null;
  try {
    const rest = `${bytes.toString("utf8", 0, start)}"documents":[]${bytes.toString("utf8", end + 2)}`;
    const { format, collections, rubrics, bin } = JSON.parse(rest) as Catalogue;
    for (const { entry } of bin) checkPaths(entry);
    const documents: Listed[] = [];
    for (let from = start + opening.length; from < end; ) {
      const next = bytes.indexOf(lineEnd, from);
      // Without the comma after it; the last line has none.
      documents.push(next < end ? readLine(bytes, from, next - 1) : readLine(bytes, from, end));
      from = next + 1;
    }
    return { catalogue: { format, collections, rubrics, documents: [], bin }, documents };
  } catch {
    return null;
  }
}

/** How the line of a letter begins that tells when it was written. */
const letterLine = /^\{"sha256":"([0-9a-f]{64})","modified":\d+,"head":\{"kind":"letter","id":"([a-z0-9/-]+)"/;
/** Characters that it takes at most. */
const longestStart = 400;

/** A letter's line is left as it is; anything else is read at once. */
function readLine(bytes: Buffer, from: number, to: number): Listed {
  const [, version, id] = letterLine.exec(bytes.toString("latin1", from, Math.min(to, from + longestStart))) ?? [];
  return version === undefined || id === undefined ? listedEntry(parseLine(bytes, from, to)) : new UnreadLine(id, version, bytes, from, to);
}

/** A letter's line that was not read yet: it tells when the letter was written. */
export class UnreadLine implements Listed {
  readonly id: string;
  readonly version: string;
  readonly #bytes: Buffer;
  readonly #from: number;
  readonly #to: number;
  #entry: CatalogueEntry | null = null;

  constructor(id: string, version: string, bytes: Buffer, from: number, to: number) {
    this.id = id;
    this.version = version;
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
  }

  get entry(): CatalogueEntry {
    this.#entry ??= parseLine(this.#bytes, this.#from, this.#to);
    return this.#entry;
  }
}

function parseLine(bytes: Buffer, from: number, to: number): CatalogueEntry {
  const entry = JSON.parse(bytes.toString("utf8", from, to)) as CatalogueEntry;
  checkPaths(entry);
  return entry;
}
