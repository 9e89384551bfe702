/**
 * `npm run bench -- [--corpus FILE] [--passages N] [--engines a,b] [--queries N]`: builds an index over the same passages with each engine,
 * opens it in a fresh process, and asks all of them the same. Writes a table (Markdown) and the figures (JSON) to out/bench/.
 * Installs the other engines on first use, here and nowhere else.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { npm } from "../../build/setup/npm.mjs";
import { say } from "../../build/setup/say.mjs";
import { exitWith, Stop } from "../../build/setup/stop.mjs";
import { readCorpus } from "./corpus.mjs";
import { benchFolder, outFolder, passagesFile, projectFolder, workloadFile } from "./places.mjs";
import { markdown } from "./report.mjs";
import { drawWorkload } from "./workload.mjs";

/** @typedef {import('./worker.mjs').Measures & { name: string, title: string, bytes?: number, failure?: string }} Result */

const titles = {
  relire: "Relire",
  minisearch: "MiniSearch, same analysis",
  minisearchPlain: "MiniSearch, as it comes",
  flexsearch: "FlexSearch",
  lunr: "Lunr + lunr-languages",
  orama: "Orama",
  sqlite: "SQLite FTS5",
  xapian: "Xapian",
};

/** Debian's Python: the one that Debian's python3-xapian is for. */
const python = "/usr/bin/python3";

/** A process that takes longer is stopped: it fails for lack of time. */
const longestMs = 20 * 60_000;

await exitWith(async () => {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string" },
      passages: { type: "string" },
      queries: { type: "string", default: "100" },
      engines: { type: "string", default: Object.keys(titles).join(",") },
    },
  });
  const names = values.engines.split(",");
  for (const name of names) if (!(name in titles)) throw new Stop(`No engine is called ${name}. There are ${Object.keys(titles).join(", ")}.`);
  mkdirSync(outFolder, { recursive: true });
  await installPeers();
  await bundleOurs();
  const textBytes = prepare(values.corpus, values.passages === undefined ? undefined : Number(values.passages), Number(values.queries));
  /** @type {Result[]} */
  const results = [];
  for (const name of names) {
    if (name === "xapian" && !hasXapian()) {
      say("Xapian: python3-xapian is not here; left out.");
      continue;
    }
    results.push(await measure(name));
  }
  const { length } = JSON.parse(readFileSync(passagesFile, "utf8"));
  const setting = { passages: length, textBytes, node: process.version, processor: cpus()[0]?.model ?? "", cores: cpus().length, at: new Date().toISOString() };
  const table = markdown(setting, results);
  writeFileSync(join(outFolder, `bench-${length}.md`), table);
  writeFileSync(join(outFolder, `bench-${length}.json`), JSON.stringify({ setting, results }, null, 1));
  process.stdout.write(table);
});

async function installPeers() {
  const lock = readFileSync(join(benchFolder, "package-lock.json"), "utf8");
  const stamp = join(benchFolder, "node_modules/.bench-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing the other engines (npm ci in tests/bench).");
  const { code, output } = await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], benchFolder);
  if (code !== 0) throw new Stop(`${output}\nThe other engines could not be installed.`);
  writeFileSync(stamp, lock);
}

async function bundleOurs() {
  await build({
    configFile: false,
    logLevel: "error",
    root: projectFolder,
    ssr: { noExternal: true },
    build: {
      ssr: join(benchFolder, "ours.ts"),
      outDir: outFolder,
      emptyOutDir: false,
      target: "node20",
      minify: false,
      rollupOptions: { output: { entryFileNames: "ours.mjs" } },
    },
  });
}

/** Writes the passages and what will be typed; answers the bytes of text. @param {string | undefined} corpus @param {number | undefined} count @param {number} queries */
function prepare(corpus, count, queries) {
  const file = corpus === undefined || isAbsolute(corpus) ? corpus : join(process.env["INIT_CWD"] ?? process.cwd(), corpus);
  if (file && !existsSync(file)) throw new Stop(`There is no file ${file}.`);
  const passages = readCorpus(file, count);
  say(`${passages.length} passages ${file ? `from ${file}` : "made up"}.`);
  writeFileSync(passagesFile, JSON.stringify(passages));
  writeFileSync(workloadFile, JSON.stringify(drawWorkload(passages, queries)));
  return passages.reduce((sum, { title, text }) => sum + Buffer.byteLength(title) + Buffer.byteLength(text), 0);
}

/** @param {string} name @returns {Promise<Result>} */
async function measure(name) {
  const title = titles[/** @type {keyof typeof titles} */ (name)];
  const file = join(outFolder, `${name}.index`);
  rmSync(file, { recursive: true, force: true });
  try {
    say(`${title}: building.`);
    const built = await run(name, "build", file);
    if (!built.isSaved) return { name, title, ...built };
    say(`${title}: asking.`);
    return { name, title, ...built, bytes: sizeOf(file), ...(await run(name, "ask", file)) };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    say(`${title}: ${failure}`);
    return { name, title, failure };
  } finally {
    rmSync(file, { recursive: true, force: true });
  }
}

/** @param {string} name @param {"build" | "ask"} task @param {string} file @returns {Promise<import('./worker.mjs').Measures>} */
function run(name, task, file) {
  const [command, ...words] =
    name === "xapian"
      ? [python, join(benchFolder, "engines/xapianEngine.py"), task, task === "build" ? passagesFile : workloadFile, file]
      : [process.execPath, "--expose-gc", "--max-old-space-size=8192", join(benchFolder, "worker.mjs"), name, task, file];
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"] });
    let [output, errors, isLate] = ["", "", false];
    const timer = setTimeout(() => (isLate = child.kill("SIGKILL")), longestMs);
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (errors = (errors + data).slice(-4000)));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const last = output.trim().split("\n").at(-1);
      if (code === 0 && last) resolve(JSON.parse(last));
      else reject(new Error(isLate ? `not done after ${longestMs / 60_000} minutes` : reasonIn(errors) || `ended with ${signal ?? code}`));
    });
  });
}

/** @param {string} errors */
function reasonIn(errors) {
  return errors.split("\n").find((line) => /error|heap out of memory/i.test(line))?.trim().slice(0, 200) ?? "";
}

/** @param {string} file @returns {number} */
function sizeOf(file) {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(file).reduce((sum, name) => sum + sizeOf(join(file, name)), 0);
}

function hasXapian() {
  return spawnSync(python, ["-c", "import xapian"]).status === 0;
}
