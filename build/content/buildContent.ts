/**
 * Builds the bundled archive: checks the sources, makes the reports' PDFs, the catalogue and the search index. Writes into a
 * temporary folder that takes the place of the old one only when all went well.
 *
 *     node out/shell/buildContent.cjs <sources> <originals> <result>      (paths relative to the project's folder)
 */
import { cp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { sealFolder } from "../../archive/assembleIndex.ts";
import { readPdf } from "../../archive/import/pdf.ts";
import type { ReportHead } from "../../archive/model.ts";
import { prepareLetter, prepareReport } from "../../archive/library/prepareDocument.ts";
import { openFolder } from "../../archive/openFolder.ts";
import { type CatalogueEntry, writeCatalogue } from "../../archive/store/catalogue.ts";
import { sha256 } from "../../archive/store/digest.ts";
import { documentFile, documentFolder, pictureFile } from "../../archive/store/layout.ts";
import { parseLetter } from "../../archive/store/letterFile.ts";
import { writeFile } from "../../archive/store/writeFile.ts";
import { checkReferences, checkRubrics, targetsOf, visit } from "./check.ts";
import { reportMaker } from "./makeReport.ts";
import { formerSections, type OriginalDocument, type Originals, readOriginals } from "./originals.ts";
import { Problems } from "./problems.ts";
import { type CollectionInput, type LetterInput, readSources, type ReportInput } from "./sources.ts";

const project = process.cwd();

/** Gives the doubts about originals. Rejects with an Error whose message has one line a problem: `file:line: reason`. */
async function buildContent(content: string, originalsFolder: string, result: string): Promise<string[]> {
  const problems = new Problems();
  const sources = readSources(join(project, content), problems);
  checkRubrics(sources, problems);
  stopOn(problems);
  const originals = await readOriginals(join(project, originalsFolder), sources, problems);
  stopOn(problems);
  const collections = withoutReplaced(sources, originals);
  // Before the reports are made, which a dead link or a missing picture stops without saying where; their pages are checked after.
  const anyPage = new Map(sources.flatMap(({ reports }) => reports.map(({ id }) => [id, Infinity] as const)));
  checkReferences(join(project, content), collections, targetsOf(sources, anyPage), problems);
  stopOn(problems);

  const temporary = `${result}.making`;
  await rm(temporary, { recursive: true, force: true });
  const reports = await makeReports(content, temporary, collections);
  // Links to what an original took the place of still lead to it, on whatever page.
  const pages = new Map([...anyPage, ...reports.map(({ head }) => [head.id, (head as ReportHead).pageLabels.length] as const)]);
  checkReferences(join(project, content), collections, targetsOf(sources, pages), problems);
  stopOn(problems);

  const letters = await copyLetters(content, temporary, collections);
  const kept = await keepOriginals(temporary, originals);
  await writeCatalogue(temporary, {
    format: 1,
    collections: [...collections.map(({ collection }) => collection), ...originals.collections],
    rubrics: [...new Map([...collections.flatMap(({ rubrics }) => rubrics), ...originals.rubrics].map((rubric) => [rubric.id, rubric])).values()],
    documents: [...letters, ...reports, ...kept],
    bin: [],
  });
  await saveIndex(temporary);
  await rm(result, { recursive: true, force: true });
  await rename(temporary, result);
  return originals.doubts;
}

function stopOn(problems: Problems): void {
  if (problems.list.length > 0) throw new Error(problems.toString());
}

function withoutReplaced(sources: readonly CollectionInput[], { documents }: Originals): CollectionInput[] {
  const replaced = new Set(documents.map(({ replaces }) => replaces?.id));
  return sources.map((input) => ({
    ...input,
    letters: input.letters.filter(({ id }) => !replaced.has(id)),
    reports: input.reports.filter(({ id }) => !replaced.has(id)),
  }));
}

async function keepOriginals(folder: string, { documents }: Originals): Promise<CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  for (const document of documents) entries.push(await keepOriginal(folder, document));
  return entries;
}

async function keepOriginal(folder: string, document: OriginalDocument): Promise<CatalogueEntry> {
  const { id, collection, draft, attached, original } = document;
  const prepared = draft.kind === "letter" ? prepareLetter(draft, id, collection, attached, original) : prepareReport(draft, id, collection);
  const { head, main, beside, pictures } = prepared;
  await writeFile(join(folder, documentFile(head)), main);
  for (const [path, bytes] of beside) await writeFile(join(folder, documentFolder(head), path), bytes);
  const former = head.kind === "letter" ? formerSections(document, head.sections) : {};
  return { head, bytes: Buffer.byteLength(main), sha256: sha256(main), pictures, ...(Object.keys(former).length > 0 && { former }) };
}

async function makeReports(content: string, folder: string, collections: readonly CollectionInput[]): Promise<CatalogueEntry[]> {
  const make = reportMaker(project, content);
  const entries: CatalogueEntry[] = [];
  for (const report of collections.flatMap((collection) => collection.reports)) {
    const pdf = make(report);
    await writeFile(join(folder, documentFile({ id: report.id, kind: "report" })), pdf);
    entries.push(await reportEntry(report, pdf));
  }
  return entries;
}

async function reportEntry({ id, frontMatter }: ReportInput, pdf: Uint8Array): Promise<CatalogueEntry> {
  const content = await readPdf(pdf);
  if (!content.ok) throw new Error(`${id}: the PDF that was made cannot be read: ${content.failure.detail}`);
  const { pageLabels, outline } = content.value;
  const collection = id.slice(0, id.indexOf("/"));
  return { head: { kind: "report", id, collection, ...frontMatter, pageLabels, outline }, bytes: pdf.length, sha256: sha256(pdf), pictures: [] };
}

async function copyLetters(content: string, folder: string, collections: readonly CollectionInput[]): Promise<CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  for (const letter of collections.flatMap((collection) => collection.letters)) entries.push(await copyLetter(content, folder, letter));
  return entries;
}

/** A letter and the pictures it shows, which a collection shares in its sources and each letter has beside it in the archive. */
async function copyLetter(content: string, folder: string, letter: LetterInput): Promise<CatalogueEntry> {
  const markdown = withPicturesBeside(letter);
  const entry = letterEntry(letter.id, markdown);
  await writeFile(join(folder, documentFile(entry.head)), markdown);
  const [collection = ""] = letter.id.split("/");
  for (const picture of new Set(entry.pictures)) {
    await cp(join(project, content, collection, picture), join(folder, pictureFile(letter.id, picture)));
  }
  return entry;
}

function withPicturesBeside({ markdown, tree }: LetterInput): string {
  let moved = "";
  let end = 0;
  visit(tree, ({ type, position }) => {
    const { start, end: after } = position ?? {};
    if ((type !== "image" && type !== "definition") || start?.offset === undefined || after?.offset === undefined) return;
    moved += markdown.slice(end, start.offset) + markdown.slice(start.offset, after.offset).replace("../pictures/", "pictures/");
    end = after.offset;
  });
  return moved + markdown.slice(end);
}

function letterEntry(id: string, markdown: string): CatalogueEntry {
  const letter = parseLetter(markdown, id);
  if (!letter.ok) throw new Error(`${id}: ${letter.failure.detail}`);
  const { head, pictures } = letter.value;
  return { head, bytes: Buffer.byteLength(markdown), sha256: sha256(markdown), pictures };
}

async function saveIndex(folder: string): Promise<void> {
  const opened = await openFolder(folder, readPdf);
  const heads = new Map(opened.documents.map(({ entry }) => [entry.head.id, entry.head]));
  await sealFolder(opened, (id) => heads.get(id), readPdf);
}

const [content, originals, result] = process.argv.slice(2);
if (!content || !originals || !result) {
  process.stderr.write("usage: buildContent <sources> <originals> <result>\n");
  process.exit(2);
}
buildContent(content, originals, result).then(
  (doubts) => process.stderr.write(doubts.map((doubt) => `${doubt}\n`).join("")),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
