/**
 * The passages of a folder with their texts, in one file that is opened without reading it whole: a table in front says of each passage what a search
 * asks, and where its record stands; records are read one by one, when they are shown. Little-endian:
 *
 *     0   magic, version, places, size of `about`, size of the table (to where records begin)     u32 each
 *     20  digest     the first 12 bytes of the SHA-256 of the table but for these 12
 *     32  about      JSON, spaces after it up to a multiple of 4: the fingerprint, the ids of documents and of rubrics
 *         columns    u32 a passage, one column after the other: document, rubric, page (as `PassageList` has them), the first 4 bytes
 *                    of its record's SHA-256, where its record begins after the table; then where the last one ends
 *         records    JSON, one passage each
 *
 * Damage to the table is noticed on opening, damage to a record when it is read: such a passage is not given.
 */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Answer, fail, type Failure, Passage, type PassageList, succeed } from "../model.ts";
import { passagesFile } from "./layout.ts";
import { shownError } from "./shownPath.ts";
import { writeFile } from "./writeFile.ts";

const magic = 0x54504c52;
const version = 1;
const digestAt = 20;
const headSize = 32;
const columnCount = 5;

const About = z.object({ fingerprint: z.string(), documents: z.array(z.string()), rubrics: z.array(z.string()) });

export interface SavedPassages extends PassageList {
  /** Gives the file back to the system; nothing can be read after. Done by itself when the list is forgotten. */
  close(): void;
}

/** Writes the passages in their order. */
export async function writePassages(folder: string, made: string, passages: Iterable<Passage>): Promise<void> {
  await writeFile(join(folder, passagesFile), bytesOf(made, [...passages]));
}

function bytesOf(made: string, passages: readonly Passage[]): Buffer {
  const [documents, rubrics] = [new Numbering(), new Numbering()];
  const count = passages.length;
  const columns = new Uint32Array(columnCount * count + 1);
  const records: Buffer[] = [];
  let at = 0;
  for (const [place, passage] of passages.entries()) {
    const record = Buffer.from(JSON.stringify(passage));
    const row = [documents.of(passage.document), passage.rubric === null ? 0 : rubrics.of(passage.rubric), passage.page ?? 0, digestOf(record), at];
    for (const [column, value] of row.entries()) columns[column * count + place] = value;
    records.push(record);
    at += record.length;
  }
  columns[columnCount * count] = at;
  const about = padded(JSON.stringify({ fingerprint: made, documents: documents.ids, rubrics: rubrics.ids }));
  const table = Buffer.concat([Buffer.alloc(headSize), about, new Uint8Array(columns.buffer)]);
  for (const [index, value] of [magic, version, count, about.length, table.length].entries()) table.writeUInt32LE(value, 4 * index);
  tableDigest(table).copy(table, digestAt);
  return Buffer.concat([table, ...records]);
}

/** Ids in the order in which they first come; 0 is kept for none. */
class Numbering {
  readonly ids = [""];
  readonly #numbers = new Map<string, number>();

  of(id: string): number {
    const number = this.#numbers.get(id) ?? this.ids.push(id) - 1;
    this.#numbers.set(id, number);
    return number;
  }
}

function padded(json: string): Buffer {
  const bytes = Buffer.from(json);
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, " ")]);
}

function sha256Bytes(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function digestOf(record: Uint8Array): number {
  return sha256Bytes(record).readUInt32LE(0);
}

function tableDigest(table: Buffer): Buffer {
  return sha256Bytes(Buffer.concat([table.subarray(0, digestAt), table.subarray(headSize)])).subarray(0, headSize - digestAt);
}

/**
 * Opens saved passages. Fails with `index-missing`, `index-damaged`, or `index-outdated` when made from other documents, or as another version did.
 * `onDamage` is told once, when a record cannot be read later on.
 */
export function openPassages(folder: string, expected: string, onDamage: (failure: Failure) => void = () => undefined): Answer<SavedPassages> {
  let file: number;
  try {
    file = openSync(join(folder, passagesFile), "r");
  } catch (error) {
    return fail("index-missing", { file: passagesFile, detail: shownError(error) });
  }
  const opened = openFile(file, expected, onDamage);
  if (!opened.ok) closeSync(file);
  return opened;
}

function openFile(file: number, expected: string, onDamage: (failure: Failure) => void): Answer<SavedPassages> {
  const table = readTable(file);
  if (typeof table === "string") return damaged(table);
  if (table.readUInt32LE(4) !== version) return fail("index-outdated", { file: passagesFile });
  const damage = damageOf(table);
  if (damage !== null) return damaged(damage);
  const about = About.parse(JSON.parse(table.toString("utf8", headSize, headSize + table.readUInt32LE(12))));
  if (about.fingerprint !== expected) return fail("index-outdated", { file: passagesFile });
  const columns = columnsOf(table);
  const [end = 0] = columns.starts.slice(-1);
  const { size } = fstatSync(file);
  if (table.length + end !== size) return damaged(`${size} bytes, ${table.length + end} expected`);
  return succeed(new PassageFile(file, table.length, about, columns, onDamage));
}

function damaged(detail: string): { ok: false; failure: Failure } {
  return fail("index-damaged", { file: passagesFile, detail });
}

/** The table alone, or what is wrong with its size. */
function readTable(file: number): Buffer | string {
  try {
    const { size } = fstatSync(file);
    const head = Buffer.alloc(headSize);
    if (readSync(file, head, 0, headSize, 0) !== headSize) return `${size} bytes are too few`;
    if (head.readUInt32LE(0) !== magic) return "not a file of passages";
    const tableSize = head.readUInt32LE(16);
    if (tableSize > size || tableSize < headSize) return `a table of ${tableSize} bytes in ${size}`;
    // Columns of numbers need their bytes at multiples of 4: a buffer of its own begins at one.
    const table = Buffer.from(new ArrayBuffer(tableSize));
    return readSync(file, table, 0, tableSize, 0) === tableSize ? table : "it could not be read to the end";
  } catch (error) {
    return shownError(error);
  }
}

function damageOf(table: Buffer): string | null {
  if (!tableDigest(table).equals(table.subarray(digestAt, headSize))) return "the digest does not match";
  const [places, about] = [table.readUInt32LE(8), table.readUInt32LE(12)];
  return headSize + about + 4 * (columnCount * places + 1) === table.length ? null : "the table's size does not match";
}

interface Columns {
  documentOf: Uint32Array;
  rubricOf: Uint32Array;
  pageOf: Uint32Array;
  digests: Uint32Array;
  /** One more than there are places. */
  starts: Uint32Array;
}

function columnsOf(table: Buffer): Columns {
  const count = table.readUInt32LE(8);
  const all = new Uint32Array(table.buffer, table.byteOffset + headSize + table.readUInt32LE(12));
  const [documentOf, rubricOf, pageOf, digests] = [0, 1, 2, 3].map((column) => all.subarray(column * count, (column + 1) * count)) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  return { documentOf, rubricOf, pageOf, digests, starts: all.subarray(4 * count) };
}

/** Passages read lately are kept: those of one keystroke are nearly those of the next. */
const mostKept = 512;

/** Files whose lists were forgotten without being closed. */
const forgotten = new FinalizationRegistry<number>(closeSync);

class PassageFile implements SavedPassages {
  readonly count: number;
  readonly documents: readonly string[];
  readonly rubrics: readonly string[];
  readonly documentOf: Uint32Array;
  readonly rubricOf: Uint32Array;
  readonly pageOf: Uint32Array;
  readonly #file: number;
  readonly #recordsAt: number;
  readonly #digests: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #kept = new Map<number, Passage | null>();
  #firstPlaces: Map<string, number> | undefined;
  #isOpen = true;
  #onDamage: ((failure: Failure) => void) | null;

  constructor(file: number, recordsAt: number, { documents, rubrics }: Pick<PassageList, "documents" | "rubrics">, columns: Columns, onDamage: (failure: Failure) => void) {
    this.#onDamage = onDamage;
    this.#file = file;
    this.#recordsAt = recordsAt;
    this.documents = documents;
    this.rubrics = rubrics;
    this.count = columns.documentOf.length;
    this.documentOf = columns.documentOf;
    this.rubricOf = columns.rubricOf;
    this.pageOf = columns.pageOf;
    this.#digests = columns.digests;
    this.#starts = columns.starts;
    forgotten.register(this, file, this);
  }

  at(place: number): Passage | null {
    if (!(place >= 0 && place < this.count)) return null;
    const kept = this.#kept.get(place);
    if (kept !== undefined) return kept;
    if (this.#kept.size >= mostKept) this.#kept.clear();
    const passage = this.#read(place);
    this.#kept.set(place, passage);
    return passage;
  }

  /** A document's passages stand side by side. */
  placeOf(id: string): number | null {
    this.#firstPlaces ??= this.#findFirstPlaces();
    const document = id.slice(0, Math.max(0, id.indexOf("#")));
    const first = this.#firstPlaces.get(document);
    if (first === undefined) return null;
    for (let place = first; place < this.count && this.documentOf[place] === this.documentOf[first]; place += 1) {
      if (this.at(place)?.id === id) return place;
    }
    return null;
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    forgotten.unregister(this);
    closeSync(this.#file);
  }

  #findFirstPlaces(): Map<string, number> {
    const places = new Map<string, number>();
    for (let place = this.count - 1; place >= 0; place -= 1) places.set(this.documents[this.documentOf[place] ?? 0] ?? "", place);
    return places;
  }

  #read(place: number): Passage | null {
    const record = this.#bytesOf(place);
    if (record && digestOf(record) === this.#digests[place]) return Passage.parse(JSON.parse(record.toString("utf8")));
    this.#onDamage?.({ code: "index-damaged", file: passagesFile, detail: `passage ${place} cannot be read` });
    this.#onDamage = null;
    return null;
  }

  #bytesOf(place: number): Buffer | null {
    const start = this.#starts[place] ?? 0;
    const record = Buffer.allocUnsafe((this.#starts[place + 1] ?? start) - start);
    try {
      return this.#isOpen && readSync(this.#file, record, 0, record.length, this.#recordsAt + start) === record.length ? record : null;
    } catch {
      // The disk went, or failed: as good as damage.
      return null;
    }
  }
}
