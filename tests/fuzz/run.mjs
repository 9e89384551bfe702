/**
 * `npm run fuzz -- [--seconds N] [--seed N] [--forms FOLDER] [--input N] [WORD…]`: gives each part of Relire that reads what comes from outside, or those
 * that the words name, as many changed inputs as fit into the time, and says what did not hold, with the seed that makes it again. An input that breaks
 * something is kept in out/fuzz/; once it is mended it belongs into tests/fixtures/fuzz/TARGET/, where each run looks at it first.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { make } from "../../build/make.mjs";
import { projectFolder } from "../../build/setup/projectFolder.mjs";
import { exitWith, Stop } from "../../build/setup/stop.mjs";
import { targets as built } from "../../build/setup/targets.mjs";
import { fuzz } from "./fuzz.mjs";

const names = readdirSync(join(import.meta.dirname, "targets")).map((file) => basename(file, ".ts"));
const outFolder = join(projectFolder, "out/fuzz");

await exitWith(async () => {
  const { values, positionals } = parseArgs({
    options: { seconds: { type: "string", default: "60" }, seed: { type: "string" }, forms: { type: "string" }, input: { type: "string" } },
    allowPositionals: true,
  });
  const isNamed = (/** @type {string} */ name) => positionals.some((word) => (names.includes(word) ? name === word : name.includes(word)));
  const chosen = positionals.length === 0 ? names : names.filter(isNamed);
  if (chosen.length === 0) throw new Stop(`Nothing to fuzz is called ${positionals.join(" or ")}. There are ${names.join(", ")}.`);
  const run = Number(values.seed ?? Date.now() % 2 ** 31);
  const milliseconds = (Number(values.seconds) * 1000) / chosen.length;
  if (!Number.isSafeInteger(run) || !(milliseconds > 0)) throw new Stop("--seed and --seconds want a number.");
  const forms = [join(projectFolder, "tests/fixtures/letters"), ...(values.forms === undefined ? [] : [resolve(values.forms)])];
  await make(projectFolder, built, ["content"]);
  await bundle();
  const folder = mkdtempSync(join(tmpdir(), "relire-fuzz-"));
  const worker = join(outFolder, "worker.mjs");
  const single = values.input === undefined ? null : Number(values.input);
  /** @type {import('./fuzz.mjs').Finding[]} */
  const findings = [];
  try {
    console.log(`Seed ${run}`);
    for (const target of chosen) {
      const { inputs, broken } = await fuzz({ target, run, from: 0, milliseconds, folder, forms, kept: keptOf(target), single }, { worker });
      console.log(`${target}: ${inputs} inputs, ${broken.length === 0 ? "all hold" : `${broken.length} do not hold`}`);
      findings.push(...broken);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // The same defect mostly shows many times.
  for (const finding of findings.filter((each, index) => findings.findIndex((other) => sameAs(other, each)) === index)) report(finding, run);
  return findings.length === 0 ? 0 : 1;
});

async function bundle() {
  await build({
    configFile: false,
    logLevel: "error",
    root: projectFolder,
    ssr: { noExternal: true },
    build: {
      ssr: join(projectFolder, "tests/fuzz/worker.ts"),
      outDir: outFolder,
      emptyOutDir: false,
      target: "node20",
      minify: false,
      rollupOptions: { output: { entryFileNames: "worker.mjs", chunkFileNames: "chunks/[name].mjs" } },
    },
  });
}

/** @param {string} target */
function keptOf(target) {
  const folder = join(projectFolder, "tests/fixtures/fuzz", target);
  return existsSync(folder) ? folder : null;
}

/** @param {import('./fuzz.mjs').Finding} one @param {import('./fuzz.mjs').Finding} other */
function sameAs(one, other) {
  return one.target === other.target && start(one.why) === start(other.why);
}

/** @param {string} why */
function start(why) {
  return why.split("\n").slice(0, 3).join("\n");
}

/** @param {import('./fuzz.mjs').Finding} finding @param {number} run */
function report({ target, input, why, bytes }, run) {
  const again = typeof input === "number" ? `npm run fuzz -- ${target} --seed ${run} --input ${input}` : String(input);
  console.error(`\n${target}: ${why}\n  again: ${again}`);
  if (bytes.length === 0) return;
  mkdirSync(join(outFolder, "broken"), { recursive: true });
  const path = join(outFolder, "broken", `${target}-${run}-${String(input).replace(/[^\w.-]/g, "_")}`);
  writeFileSync(path, bytes);
  console.error(`  input: ${path}`);
}
