/**
 * The archive from a terminal: list, show, search. Answers go to standard output, everything else to standard error. Exit codes: 0
 * answered (even with nothing found), 1 unknown id or closed document, 2 wrong usage.
 */
import { accessSync, constants, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Archive, openArchive } from "./archive.ts";
import { cliWords } from "./cliWords.ts";
import { forkPdfProcess } from "./import/forkPdfProcess.ts";
import { startPdfReader } from "./import/pdfReader.ts";
import type { Failure, Letter, Passage, ReportHead } from "./model.ts";
import { documentsAsJson, resultsAsJson } from "./cliJson.ts";

const say = cliWords(process.env);

class WrongUsage extends Error {}
class NoAnswer extends Error {}

interface Command {
  name: "list" | "show" | "search";
  words: string[];
  json: boolean;
  limit: number;
  folders: string[];
}

async function run(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  const pdfs = startPdfReader((memory) => forkPdfProcess(join(__dirname, "pdfProcess.cjs"), memory));
  const archive = await openArchive(command.folders, pdfs.readPdf);
  for (const trouble of archive.overview().troubles) warn(trouble);
  print(await answer(archive, command));
}

function readCommand(args: string[]): Command {
  const { values, positionals } = parse(args);
  const [name, ...words] = positionals;
  if (name !== "list" && name !== "show" && name !== "search") throw new WrongUsage(say.usage);
  if (name === "list" && words.length > 0) throw new WrongUsage(say.usage);
  if (name === "search" && words.join(" ").trim() === "") throw new WrongUsage(say.noQuery);
  if (name === "show" && words.length !== 1) throw new WrongUsage(say.noId);
  const bundled = values["no-bundled"] ? [] : [join(__dirname, "../archive")];
  const library = values.library === undefined ? [] : [readFolder(values.library)];
  return { name, words, json: values.json ?? false, limit: readLimit(values.limit ?? "20"), folders: [...bundled, ...library] };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        limit: { type: "string" },
        library: { type: "string" },
        "no-bundled": { type: "boolean" },
      },
    });
  } catch (error) {
    // Node's first sentence; what follows is advice on several lines.
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    throw new WrongUsage(say.unknownOption(`${reason}.`), { cause: error });
  }
}

function readLimit(given: string): number {
  const limit = Number(given);
  if (!/^\d+$/.test(given) || limit < 1 || limit > 1000) throw new WrongUsage(say.badLimit(given));
  return limit;
}

/** A folder given by a person, relative to where npm was called from. */
function readFolder(given: string): string {
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), given);
  try {
    accessSync(path, constants.R_OK);
    if (statSync(path).isDirectory()) return path;
  } catch {
    // Said below, as for a path that is not a folder.
  }
  throw new WrongUsage(say.noFolder(path));
}

async function answer(archive: Archive, { name, words, json, limit }: Command): Promise<string> {
  if (name === "search") return search(archive, words.join(" "), limit, json);
  if (name === "show") return show(archive, words[0] ?? "");
  const overview = archive.overview();
  if (json) return JSON.stringify(documentsAsJson(overview));
  return overview.collections
    .map(({ id, title, sample }) => {
      const documents = overview.documents.filter((document) => document.collection === id);
      const lines = documents.map((document) => `  ${document.id}  ${document.date ?? say.noDate}  ${document.title}`);
      return [`${title}${sample ? ` (${say.sample})` : ""}`, ...lines].join("\n");
    })
    .join("\n\n");
}

function search(archive: Archive, text: string, limit: number, json: boolean): string {
  const found = archive.search({ text, limit });
  if (json) return JSON.stringify(resultsAsJson(found));
  if (found.total === 0) return say.nothing(found.query);
  const groups = found.groups.map(({ document, hits }) => {
    const lines = hits.map(({ passage, excerpt }) => `  ${passage.id}\n    ${place(passage)}: ${excerpt}`);
    return [`${document.title}, ${document.date ?? say.noDate}`, ...lines].join("\n");
  });
  return [say.found(found.total, Math.min(found.total, limit)), ...groups].join("\n\n");
}

async function show(archive: Archive, id: string): Promise<string> {
  if (id.includes("#")) {
    const passage = archive.passage(id);
    if (!passage.ok) throw new NoAnswer(say.unknownId(id));
    return `${place(passage.value)}\n\n${passage.value.text}`;
  }
  const letter = await archive.letter(id);
  if (letter.ok) return letterAsText(letter.value);
  const report = archive.report(id);
  if (report.ok) return reportAsText(archive, report.value);
  const failure = letter.failure.code === "unknown-document" ? report.failure : letter.failure;
  throw new NoAnswer(failure.code === "unknown-document" ? say.unknownId(id) : say.closed(id, why(failure)));
}

function letterAsText({ head, opening, sections }: Letter): string {
  const parts = sections.map(({ title, text }) => `${title}\n\n${text}`);
  return [`${head.title}, ${head.date ?? say.noDate}`, ...(opening ? [opening.text] : []), ...parts].join("\n\n");
}

function reportAsText(archive: Archive, { id, title, date, pageLabels }: ReportHead): string {
  const pages = pageLabels.map((_, index) => archive.passage(`${id}#p${index + 1}`));
  const parts = pages.flatMap((page) => (page.ok ? [`${place(page.value)}\n\n${page.value.text}`] : []));
  return [`${title}, ${date ?? say.noDate}`, ...parts].join("\n\n");
}

function place({ kind, heading }: Passage): string {
  return kind === "page" ? say.page(heading) : heading;
}

function warn(failure: Failure): void {
  process.stderr.write(`${say.trouble(failure.file ?? failure.subject ?? "", why(failure))}\n`);
}

function why({ code, detail }: Failure): string {
  return detail ? `${code}: ${detail}` : code;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

run().catch((error: unknown) => {
  if (!(error instanceof WrongUsage) && !(error instanceof NoAnswer)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
});
