/**
 * `npm run bench:pdf [-- FILE.pdf …]`: the words that are read from PDFs against those of pdftotext (Debian's poppler-utils), and pages per second against pdf.js
 * alone, in one run. Over the bundled reports, PDFs that other programs make here of the same French, and those that are named.
 */
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { make } from "../../../build/make.mjs";
import { onPath } from "../../../build/setup/onPath.mjs";
import { exitWith, Stop } from "../../../build/setup/stop.mjs";
import { targets } from "../../../build/setup/targets.mjs";
import { benchFolder, outFolder, projectFolder } from "../places.mjs";
import { compareWords } from "./compareWords.mjs";
import { makePdfs } from "./makePdfs.mjs";

const rounds = 7;

await exitWith(async () => {
  if (!onPath("pdftotext")) throw new Stop("pdftotext is not here: apt-get install poppler-utils.");
  await make(projectFolder, targets, ["content"]);
  mkdirSync(outFolder, { recursive: true });
  const files = [...bundledReports(), ...makePdfs(join(outFolder, "pdfs")), ...named(process.argv.slice(2))];
  const reader = await startReader();
  const plain = fork(join(benchFolder, "pdf/plainPdfjs.mjs"), { execArgv: [] });
  await once(plain, "message");
  const rows = [];
  for (const { name, file } of files) rows.push({ name, ...(await quality(reader, plain, file)) });
  const speed = await measureSpeed(reader, plain, files.map(({ file }) => file));
  reader.stop();
  plain.kill();
  const table = markdown(rows, speed);
  writeFileSync(join(outFolder, "bench-pdf.md"), table);
  writeFileSync(join(outFolder, "bench-pdf.json"), JSON.stringify({ rows, speed }, null, 1));
  process.stdout.write(table);
});

function bundledReports() {
  const archive = join(projectFolder, "out/archive");
  const files = readdirSync(archive, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".pdf"));
  return files.sort().map((file) => ({ name: `${basename(dirname(file))}, bundled`, file: join(archive, file) }));
}

/** @param {readonly string[]} words */
function named(words) {
  return words.map((word) => ({ name: basename(word), file: resolve(process.env["INIT_CWD"] ?? process.cwd(), word) }));
}

async function startReader() {
  const output = { entryFileNames: "oursPdf.mjs", codeSplitting: false };
  await build({
    configFile: false,
    logLevel: "error",
    root: projectFolder,
    ssr: { noExternal: true },
    build: { ssr: join(benchFolder, "pdf/ours.ts"), outDir: outFolder, emptyOutDir: false, target: "node20", minify: false, rollupOptions: { output } },
  });
  /** @type {typeof import("./ours.ts")} */
  const { forkPdfProcess, startPdfReader } = await import(pathToFileURL(join(outFolder, "oursPdf.mjs")).href);
  return startPdfReader((memory) => forkPdfProcess(join(projectFolder, "out/shell/pdfProcess.cjs"), memory));
}

/** @typedef {Awaited<ReturnType<typeof startReader>>} Reader */

/**
 * pdftotext has two orders, and each loses words of its own where lines of several cells or columns meet: the better one counts. Running heads, which Relire
 * leaves out where tags tell them, are not asked for; `wholeRecall` asks for them.
 *
 * @param {Reader} reader @param {import("node:child_process").ChildProcess} plain @param {string} file
 */
async function quality(reader, plain, file) {
  const answer = await reader.readPdf(readFileSync(file));
  if (!answer.ok) throw new Stop(`${file}: ${answer.failure.code} ${answer.failure.detail ?? ""}`);
  const { pages, unreadablePages } = answer.value;
  const artifacts = await ask(plain, { file, task: "artifacts" });
  const comparisons = [[], ["-raw"]].map((order) => {
    const theirs = execFileSync("pdftotext", ["-enc", "UTF-8", ...order, file, "-"], { maxBuffer: 2 ** 30, encoding: "utf8" }).split("\f");
    return Object.assign(compareWords(pages, theirs, artifacts), { wholeRecall: compareWords(pages, theirs).recall });
  });
  const [best] = comparisons.sort((a, b) => b.precision + b.recall - a.precision - a.recall);
  if (!best) throw new Error("nothing was compared");
  return { pages: pages.length, unreadable: unreadablePages.length, ...best };
}

/** Rounds over all files, in turn: first one, then the other, so that both meet the same weather. @param {Reader} reader @param {import("node:child_process").ChildProcess} plain @param {readonly string[]} files */
async function measureSpeed(reader, plain, files) {
  const [own, alone] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  let pages = 0;
  for (let round = -1; round < rounds; round++) {
    let [ownTime, aloneTime] = [0, 0];
    pages = 0;
    for (const file of files) {
      const bytes = readFileSync(file);
      const started = performance.now();
      await reader.readPdf(bytes);
      ownTime += performance.now() - started;
      const { pages: read, milliseconds } = await ask(plain, { file, task: "text" });
      aloneTime += milliseconds;
      pages += read;
    }
    // The first round warms both up.
    if (round >= 0) [own, alone].forEach((times, index) => times.push(index === 0 ? ownTime : aloneTime));
  }
  const [ours, theirs] = [pages / (median(own) / 1000), pages / (median(alone) / 1000)];
  return { pages, ours, theirs, ratio: ours / theirs };
}

/** @param {import("node:child_process").ChildProcess} plain @param {{ file: string, task: "text" | "artifacts" }} question */
async function ask(plain, question) {
  const answered = once(plain, "message");
  plain.send(question);
  return (await answered)[0];
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** @param {({ name: string } & Awaited<ReturnType<typeof quality>>)[]} rows @param {Awaited<ReturnType<typeof measureSpeed>>} speed */
function markdown(rows, { pages, ours, theirs, ratio }) {
  const lines = rows.map(({ name, pages, precision, recall, wholeRecall, unreadable, more, less }) => `| ${name} | ${pages}${unreadable ? ` (${unreadable} unreadable)` : ""} | ${precision.toFixed(4)} | ${recall.toFixed(4)} | ${wholeRecall.toFixed(4)} | ${more.slice(0, 6).join(" ")} | ${less.slice(0, 6).join(" ")} |`);
  return [
    "| PDF | pages | precision | recall | with running heads | only ours | only pdftotext's |",
    "|---|---|---|---|---|---|---|",
    ...lines,
    "",
    `${pages} pages: ${ours.toFixed(0)} a second, pdf.js alone ${theirs.toFixed(0)}: ${ratio.toFixed(2)} times as many.`,
    "",
  ].join("\n");
}
