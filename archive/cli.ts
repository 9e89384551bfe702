/**
 * The archive from a terminal. Answers go to standard output, everything else to standard error. Exit codes: 0 answered (even with nothing found), 1 unknown
 * id, closed document, a file that was not imported, a library that is not in order or cannot be written; 2 wrong usage.
 */
import { accessSync, constants, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Archive, openArchive } from "./archive.ts";
import { type Command, readCommand, WrongUsage } from "./cliCommand.ts";
import { importFiles } from "./cliImport.ts";
import { inspectFile, makeKey, packFiles, showKey } from "./cliPack.ts";
import { NoAnswer, read, why } from "./cliReading.ts";
import { findingsAsJson } from "./cliJson.ts";
import { cliWords } from "./cliWords.ts";
import { forkPdfProcess } from "./import/forkPdfProcess.ts";
import { startPdfReader } from "./import/pdfReader.ts";
import type { Library } from "./library.ts";
import type { Answer, Failure } from "./model.ts";
import { libraryFolder } from "./store/libraryFolder.ts";
import { failureSentence } from "./words/sentences.ts";

const say = cliWords(process.env);

async function run(): Promise<void> {
  const command = readCommand(process.argv.slice(2), say);
  if (command.name === "key") return answerKey(command);
  const pdfs = startPdfReader((memory) => forkPdfProcess(join(__dirname, "pdfProcess.cjs"), memory));
  const bundled = command.bundled ? [join(__dirname, "../archive")] : [];
  const archive = await openArchive({ bundled, library: findLibrary(command), readPdf: pdfs.readPdf });
  for (const trouble of archive.troubles()) warn(trouble);
  await answer(archive, command);
  await archive.close();
  pdfs.stop();
}

/** A folder named by a person has to be there, but for those commands that fill it. */
function findLibrary({ name, library }: Command): string | null {
  if (library === null) return libraryFolder(process.env);
  const path = fromCaller(library);
  return name === "import" || name === "inspect" ? path : existing(path);
}

/** A path given by a person, relative to where npm was called from. */
function fromCaller(given: string): string {
  return resolve(process.env["INIT_CWD"] ?? process.cwd(), given);
}

function existing(path: string): string {
  try {
    accessSync(path, constants.R_OK);
    if (statSync(path).isDirectory()) return path;
  } catch {
    // Said below, as for a path that is not a folder.
  }
  throw new WrongUsage(say.noFolder(path));
}

async function answer(archive: Archive, command: Command): Promise<void> {
  const { name, words } = command;
  const { library } = archive;
  if (name === "pack" || name === "inspect") return answerPack(archive, command);
  if (!library || name === "list" || name === "show" || name === "search") return print(await read(archive, command, say));
  const [id = ""] = words;
  if (name === "import") {
    // Files are named in the report as the person named them.
    process.chdir(fromCaller("."));
    const outcome = await importFiles(archive, command, say);
    if ("code" in outcome) throw refusal(outcome);
    print(outcome.text);
    if (outcome.hasFailed) process.exitCode = 1;
    return;
  }
  if (name === "verify") return verify(library, command.json);
  if (name === "reindex") return reindex(library);
  const done = name === "remove" ? await library.remove(id) : await library.restore(id);
  if (!done.ok && done.failure.code === "unknown-document") throw new NoAnswer(name === "remove" ? say.notRemoved(id) : say.notRestored(id));
  if (!done.ok) throw refusal(done.failure);
  print(name === "remove" ? say.removed(id) : say.restored(id));
}

async function answerPack(archive: Archive, command: Command): Promise<void> {
  const path = fromCaller(command.words[0] ?? "");
  if (command.name === "inspect") return print(valueOf(await inspectFile(archive, path, command.json, say.language)));
  const options = { ...command, since: command.since.map(fromCaller), key: command.key === null ? null : fromCaller(command.key) };
  const { text, warnings, leftOut, cancelled } = valueOf(await packFiles(archive, path, options, say.language));
  if (cancelled) process.exitCode = 1;
  leftOut.forEach(warn);
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  print(text);
}

async function answerKey({ words: [what = "", given = ""], publisher }: Command): Promise<void> {
  const path = fromCaller(given);
  print(valueOf(await (what === "new" ? makeKey(path, publisher, say.language) : showKey(path, say.language))));
}

function valueOf<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw refusal(answer.failure);
  return answer.value;
}

async function verify(library: Library, json: boolean): Promise<void> {
  const { documents, findings } = await library.verify();
  if (findings.length > 0) process.exitCode = 1;
  if (json) return print(JSON.stringify(findingsAsJson(documents, findings, say.language)));
  const lines = findings.map((finding) => `${finding.file ?? finding.subject ?? ""}: ${failureSentence(finding, say.language)} (${why(finding)})`);
  print([...lines, findings.length === 0 ? say.sound(documents) : say.unsound(findings.length)].join("\n"));
}

async function reindex(library: Library): Promise<void> {
  const done = await library.reindex();
  if (!done.ok) throw refusal(done.failure);
  print(say.reindexed(done.value));
}

function refusal(failure: Failure): NoAnswer {
  return new NoAnswer([failureSentence(failure, say.language), ...(failure.detail ? [`(${why(failure)})`] : [])].join(" "));
}

function warn(failure: Failure): void {
  process.stderr.write(`${say.trouble(failure.file ?? failure.subject ?? "", why(failure))}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

run().catch((error: unknown) => {
  if (!(error instanceof WrongUsage) && !(error instanceof NoAnswer)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
});
