/**
 * What a person corrects of a document: its card, and how a letter is divided. The state before is kept each time, and can be gone back to; ids never
 * change, and those of sections that are no more lead to where their text is.
 */
import { openingId } from "../letterSection.ts";
import { type Answer, type DocumentHead, fail, LetterDate, type LetterHead, succeed } from "../model.ts";
import { documentPassages } from "../assembleIndex.ts";
import { type CatalogueEntry, writtenEntry } from "../store/catalogue.ts";
import { sha256 } from "../store/digest.ts";
import { readDocumentText } from "../store/documents.ts";
import { documentFile, documentFolder, editFile, recordFile } from "../store/layout.ts";
import { parseLetter } from "../store/letterFile.ts";
import { plainTitle } from "../text/plainTitle.ts";
import { withFrontMatter, withoutSection, withSection, withSplit } from "../store/letterSurgery.ts";
import { type DocumentRecord, readRecordToChange, recordText } from "../store/record.ts";
import { removeFile, writeFile } from "../store/writeFile.ts";
import { fold, slugOf } from "../text/fold.ts";
import { makeCollection } from "./collections.ts";
import type { Desk } from "./desk.ts";

export interface CardChange {
  title?: string | undefined;
  /** Null: no date is known. */
  date?: string | null | undefined;
  /** An id, or the title of a new collection. */
  collection?: string | undefined;
  authors?: string[] | undefined;
}

export interface SectionChange {
  title?: string | undefined;
  /** An id, or the title of a new rubric; null for none. */
  rubric?: string | null | undefined;
}

/** Fails with `unknown-document` for one that is not the library's, or `date-invalid`. */
export function editCard(desk: Desk, id: string, change: CardChange): Promise<Answer<DocumentHead>> {
  return correct(desk, id, async (entry, markdown) => {
    const { head } = entry;
    const { date = head.date, authors = head.authors } = change;
    const title = plainTitle(change.title ?? head.title);
    if (title === "") return fail("invalid-argument", { subject: id, detail: "an empty title" });
    if (date !== null && !LetterDate.safeParse(date).success) return fail("date-invalid", { title: date });
    const collection = change.collection === undefined ? head.collection : findCollection(desk, change.collection);
    if (collection === null) return fail("unknown-collection", { title: change.collection ?? "" });
    const known = entry.known ?? (title !== head.title || date !== head.date ? { title: head.title, date: head.date } : undefined);
    const card = { title, date, authors, collection };
    return succeed({ markdown: markdown === null ? null : withFrontMatter(markdown, { title, date, authors }), entry: { ...entry, head: { ...head, ...card }, ...(known && { known }) } });
  });
}

/** Fails with `unknown-section`, besides. */
export function editSection(desk: Desk, id: string, section: string, { title, rubric }: SectionChange): Promise<Answer<LetterHead>> {
  return divide(desk, id, section, (markdown, entry) => {
    if (title !== undefined && plainTitle(title) === "") return null;
    const changed = withSection(markdown, section, { ...(title !== undefined && { title }), ...(rubric !== undefined && { rubric: findRubric(desk, rubric) }) });
    return changed === null ? null : { markdown: changed, former: entry.former ?? {} };
  });
}

/** With the section above, or with what stands before the first one. The title stays, as a heading inside. */
export function mergeSection(desk: Desk, id: string, section: string): Promise<Answer<LetterHead>> {
  return divide(desk, id, section, (markdown, { former = {} }) => {
    const merged = withoutSection(markdown, section);
    if (!merged) return null;
    const above = merged.above ?? openingId;
    const moved = Object.entries(former).map(([old, now]) => [old, now === section ? above : now] as const);
    return { markdown: merged.markdown, former: { ...Object.fromEntries(moved), [section]: above } };
  });
}

/** At its inner heading of that number, from 0. */
export function splitSection(desk: Desk, id: string, section: string, heading: number): Promise<Answer<LetterHead>> {
  return divide(desk, id, section, (markdown, { former = {} }) => {
    const split = withSplit(markdown, section, heading);
    if (!split) return null;
    const { [split.made]: _, ...rest } = former;
    return { markdown: split.markdown, former: rest };
  });
}

/** Goes back to the state before the last correction. Fails with `nothing-to-undo` where there was none. */
export function undoEdit(desk: Desk, id: string): Promise<Answer<DocumentHead>> {
  return desk.write(async () => {
    const entry = desk.documents.get(id);
    if (!entry) return fail("unknown-document", { subject: id });
    const folder = `${desk.folder}/${documentFolder(entry.head)}`;
    const record = await readRecordToChange(desk.folder, entry.head);
    const state = record?.edits.at(-1);
    if (!record || !state) return fail("nothing-to-undo", { subject: id, title: entry.head.title });
    const number = record.edits.length;
    const { known: _, former: __, ...rest } = entry;
    const before: CatalogueEntry = { ...rest, ...state };
    const text = entry.head.kind === "letter" ? await readDocumentText(`${folder}/${editFile(number)}`) : null;
    const kept = await store(desk, text, before, { ...record, edits: record.edits.slice(0, -1) });
    await removeFile(`${folder}/${editFile(number)}`);
    return succeed(kept.head);
  });
}

type Correction = { markdown: string | null; entry: CatalogueEntry };

/** Makes a correction of a document, keeping the state before. `markdown` is the text of a letter, null for a report. */
function correct(desk: Desk, id: string, make: (entry: CatalogueEntry, markdown: string | null) => Promise<Answer<Correction>>): Promise<Answer<DocumentHead>> {
  return desk.write(async () => {
    const seen = await desk.look(id);
    if (!seen) return fail("unknown-document", { subject: id });
    if (seen.failure) return { ok: false, failure: seen.failure };
    const { entry } = seen;
    const folder = `${desk.folder}/${documentFolder(entry.head)}`;
    const text = entry.head.kind === "letter" ? await readDocumentText(`${desk.folder}/${documentFile(entry.head)}`) : null;
    const made = await make(entry, text);
    if (!made.ok) return made;
    const record = (await readRecordToChange(desk.folder, entry.head)) ?? newRecord(entry);
    const { head, known, former } = entry;
    if (text !== null) await writeFile(`${folder}/${editFile(record.edits.length + 1)}`, text);
    const edits = [...record.edits, { head, ...(known && { known }), ...(former && { former }) }];
    const kept = await store(desk, made.value.markdown, made.value.entry, { ...record, edits });
    return succeed(kept.head);
  });
}

/** A correction of how a letter is divided; `cut` gives null for a section or heading that is not there. */
async function divide(
  desk: Desk,
  id: string,
  section: string,
  cut: (markdown: string, entry: CatalogueEntry) => { markdown: string; former: Record<string, string> } | null,
): Promise<Answer<LetterHead>> {
  const done = await correct(desk, id, async (entry, markdown) => {
    const made = markdown === null ? null : cut(markdown, entry);
    if (!made) return fail("unknown-section", { subject: `${id}#${section}` });
    const { former: _, ...rest } = entry;
    return succeed({ markdown: made.markdown, entry: { ...rest, ...(Object.keys(made.former).length > 0 && { former: made.former }) } });
  });
  if (!done.ok) return done;
  return done.value.kind === "letter" ? succeed(done.value) : fail("unknown-section", { subject: `${id}#${section}` });
}

/** Writes a document's text and record, and has it found as it is now. */
async function store(desk: Desk, markdown: string | null, entry: CatalogueEntry, record: DocumentRecord): Promise<CatalogueEntry> {
  const stored = markdown === null ? entry : await storeText(desk, markdown, entry);
  await writeFile(`${desk.folder}/${documentFolder(entry.head)}/${recordFile}`, recordText({ ...record, entry: stored }));
  desk.put(stored, await documentPassages(desk.folder, stored, desk.readPdf));
  return stored;
}

async function storeText(desk: Desk, markdown: string, entry: CatalogueEntry): Promise<CatalogueEntry> {
  const { id, collection } = entry.head;
  const letter = parseLetter(markdown, id, collection);
  if (!letter.ok) throw new Error(`${id}: a correction does not read: ${letter.failure.detail}`);
  await writeFile(`${desk.folder}/${documentFile(entry.head)}`, markdown);
  const { head, pictures } = letter.value;
  return writtenEntry(desk.folder, { ...entry, head, pictures, bytes: Buffer.byteLength(markdown), sha256: sha256(markdown) });
}

function newRecord(entry: CatalogueEntry): DocumentRecord {
  const importedAt = new Date(entry.modified ?? 0).toISOString();
  return { format: 1, entry, importedAt, file: "", notes: [], files: {}, revisions: [], edits: [] };
}

/** A collection by its id or title; one that is not there is made. Null for a title that gives no id. */
function findCollection(desk: Desk, given: string): string | null {
  const title = plainTitle(given);
  const known = desk.holdings.collections.find((each) => each.id === title || fold(each.title) === fold(title));
  const id = known?.id ?? slugOf(title).slice(0, 60).replace(/-$/, "");
  if (id === "") return null;
  makeCollection(desk, { id, title, language: "fr" });
  return id;
}

/** As with collections; a title that gives no id is no rubric. */
function findRubric(desk: Desk, given: string | null): string | null {
  if (given === null) return null;
  const title = plainTitle(given);
  const known = desk.holdings.rubrics.find((each) => each.id === title || fold(each.title) === fold(title));
  const id = known?.id ?? slugOf(title).slice(0, 60).replace(/-$/, "");
  if (id === "") return null;
  if (!desk.rubrics.has(id)) {
    desk.rubrics.set(id, known ?? { id, title });
    desk.describe();
  }
  return id;
}
