/**
 * `npm run bench:report [-- --runs N --only short,long,heavy,scan]`: how soon a report is read, and what it costs, in the real app under Xvfb; beside it pdf.js' own viewer, given all
 * the bytes, in another window of the same process and in turn. From the click to the page drawn with its text, and its first mark in view.
 */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { _electron } from "@playwright/test";
import { make } from "../../build/make.mjs";
import { withXvfb } from "../../build/setup/display.mjs";
import { findRuntime } from "../../build/setup/runtime.mjs";
import { exitWith } from "../../build/setup/stop.mjs";
import { targets } from "../../build/setup/targets.mjs";
import { benchFolder, outFolder, projectFolder } from "./places.mjs";
import { makeReport } from "./reports.mjs";

const archive = join(outFolder, "report-archive");
/** Served by the app's own scheme, for the time of the bench. */
const bare = join(projectFolder, "out/window/bench");

const reports = {
  short: { pages: 20, landmark: "balise" },
  long: { pages: 4000, landmark: "repere" },
  heavy: { pages: 60, picture: 124_000 },
  scan: { pages: 100, lines: 0, picture: 1_000_000 },
};
/** @typedef {keyof typeof reports} Name */

await exitWith(async () => {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "9" }, only: { type: "string", default: "" } } });
  const only = values.only === "" ? Object.keys(reports) : values.only.split(",");
  await make(projectFolder, targets);
  makeArchive();
  makeBare();
  const { executable } = await findRuntime();
  try {
    await withXvfb((display) => measure(executable, display, Number(values.runs), only));
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
});

/** The bundled archive and the bench's reports; its index is made again on opening. */
function makeArchive() {
  rmSync(archive, { recursive: true, force: true });
  cpSync(join(projectFolder, "out/archive"), archive, { recursive: true });
  for (const file of ["passages.texts", "index.documents", "index.sealed"]) rmSync(join(archive, file), { force: true });
  const catalogue = JSON.parse(readFileSync(join(archive, "catalogue.json"), "utf8"));
  for (const [name, options] of Object.entries(reports)) {
    const bytes = makeReport(options);
    mkdirSync(join(archive, `reports/la-derivation/bench-${name}`), { recursive: true });
    writeFileSync(join(archive, `reports/la-derivation/bench-${name}/report.pdf`), bytes);
    const about = { kind: "report", id: `la-derivation/bench-${name}`, collection: "la-derivation", title: `Bench ${name}`, date: "2020", authors: [] };
    const head = { ...about, subtitle: "", description: "", pageLabels: Array.from({ length: options.pages }, (_, index) => String(index + 1)), outline: [] };
    catalogue.documents.push({ head, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), pictures: [] });
    process.stdout.write(`${name}: ${options.pages} pages, ${(bytes.length / 1e6).toFixed(1)} MB\n`);
  }
  writeFileSync(join(archive, "catalogue.json"), JSON.stringify(catalogue));
}

function makeBare() {
  const pdfjs = join(projectFolder, "node_modules/pdfjs-dist/legacy");
  mkdirSync(bare, { recursive: true });
  cpSync(join(pdfjs, "build/pdf.min.mjs"), join(bare, "pdf.min.mjs"));
  cpSync(join(pdfjs, "build/pdf.worker.min.mjs"), join(bare, "pdf.worker.mjs"));
  cpSync(join(pdfjs, "web/pdf_viewer.mjs"), join(bare, "pdf_viewer.mjs"));
  cpSync(join(pdfjs, "web/pdf_viewer.css"), join(bare, "pdf_viewer.css"));
  const script = readFileSync(join(benchFolder, "barePdf.mjs"), "utf8");
  writeFileSync(join(bare, "barePdf.mjs"), script.replace("pdfjs-dist/legacy/build/pdf.mjs", "./pdf.min.mjs").replace("pdfjs-dist/legacy/web/pdf_viewer.mjs", "./pdf_viewer.mjs"));
  writeFileSync(join(bare, "bare.css"), "#container { position: absolute; inset: 0; overflow: auto }");
  const head = '<!doctype html><link rel="stylesheet" href="pdf_viewer.css"><link rel="stylesheet" href="bare.css">';
  // pdf.js' viewer takes the library from the global scope.
  writeFileSync(join(bare, "library.mjs"), 'import * as pdfjsLib from "./pdf.min.mjs"; globalThis.pdfjsLib = pdfjsLib;');
  writeFileSync(join(bare, "bare.html"), `${head}<div id="container"></div><script type="module" src="library.mjs"></script><script type="module" src="barePdf.mjs"></script>`);
}

/** @param {string} executable @param {{ DISPLAY: string }} display @param {number} runs @param {readonly string[]} only names of reports */
async function measure(executable, display, runs, only) {
  const cases = /** @type {[string, Name, number, string | null, number][]} */ ([
    ["a hit of a 20-page report", "short", 17, "balise17", Number.NaN],
    ["page 2,000 of 4,000", "long", 2000, "repere2000", 1.5],
    ["first page of 7.5 MB", "heavy", 1, null, 1.1],
    ["first page of a 100 MB scan", "scan", 1, null, 0.6],
  ]);
  for (const each of cases.filter(([, name]) => only.includes(name))) await withApp(executable, display, (window, other) => compare(window, other, each, runs));
  if (only.includes("long")) await withApp(executable, display, memory);
}

/**
 * The app, and another window of it with nothing but pdf.js; both are new for each case.
 *
 * @param {string} executable @param {{ DISPLAY: string }} display
 * @param {(window: import('@playwright/test').Page, other: import('@playwright/test').Page, app: import('@playwright/test').ElectronApplication) => Promise<void>} work
 */
async function withApp(executable, display, work) {
  const profile = join(outFolder, "report-profile");
  rmSync(profile, { recursive: true, force: true });
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const app = await _electron.launch({
    executablePath: executable,
    args: [projectFolder, `--archive=${archive}`, `--user-data-dir=${profile}`, "--lang=fr", ...root],
    env: { ...process.env, ...display },
    timeout: 240_000,
  });
  const window = await app.firstWindow();
  await window.getByRole("combobox").waitFor({ timeout: 240_000 });
  const opened = app.waitForEvent("window");
  await app.evaluate(({ BrowserWindow }) => {
    const width = BrowserWindow.getAllWindows()[0]?.getContentBounds().width ?? 1280;
    void new BrowserWindow({ show: true, width: Math.round(width / 2), height: 700 }).loadURL("relire://app/bench/bare.html");
  });
  const other = await opened;
  await other.waitForFunction(() => "openAt" in globalThis);
  await window.evaluate(watchPages);
  await work(window, other, app);
  await app.close();
}

/**
 * @param {import('@playwright/test').Page} window @param {import('@playwright/test').Page} other
 * @param {[string, Name, number, string | null, number]} compared @param {number} runs
 */
async function compare(window, other, [title, name, page, query, limit], runs) {
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const bares = [];
  for (let run = -1; run < runs; run++) {
    await away(window);
    const took = await openInApp(window, name, page, query);
    await away(window);
    const address = `/archive/reports/la-derivation/bench-${name}/report.pdf`;
    const bare = await other.evaluate(([file, wanted]) => /** @type {any} */ (globalThis).openAt(file, wanted), /** @type {const} */ ([address, page]));
    // The first one warms both up.
    if (run < 0) continue;
    ours.push(took);
    bares.push(bare);
  }
  const ratio = median(ours) / median(bares);
  const verdict = Number.isNaN(limit) ? "limit 500 ms" : `limit ${limit}`;
  process.stdout.write(`${title}: ${median(ours).toFixed(0)} ms (${Math.min(...ours).toFixed(0)} to ${Math.max(...ours).toFixed(0)}), bare pdf.js ${median(bares).toFixed(0)} ms: ratio ${ratio.toFixed(2)}, ${verdict}\n`);
}

/** Another view, so that the report is closed. @param {import('@playwright/test').Page} window */
async function away(window) {
  await window.getByRole("button", { name: /^Rubriques/ }).click();
  await window.locator(".list li button").first().click();
  await window.locator(".report").waitFor({ state: "detached" });
}

/** @param {import('@playwright/test').Page} window @param {Name} name @param {number} page @param {string | null} query */
async function openInApp(window, name, page, query) {
  if (query) {
    await window.getByRole("combobox").fill(query);
    await window.getByRole("option", { name: new RegExp(`Page ${page}\\b`) }).first().waitFor();
  } else await window.getByRole("button", { name: /^Rapports/ }).click();
  const target = query ? window.getByRole("option", { name: new RegExp(`Page ${page}\\b`) }).first() : window.getByRole("button", { name: new RegExp(`Bench ${name}`) });
  await window.evaluate(([wanted, marked]) => /** @type {any} */ (globalThis).awaitPage(wanted, marked), /** @type {const} */ ([page, query !== null]));
  await target.click();
  return window.evaluate(() => /** @type {Promise<number>} */ (/** @type {any} */ (globalThis).pageShown));
}

/** Runs in the window: from the next click to the frame in which a page is drawn, with its text and, if wanted, its first mark in view. */
function watchPages() {
  /** @param {number} page @param {boolean} isMarked */
  const awaitPage = (page, isMarked) => {
    const pageShown = new Promise((resolve) => {
      document.addEventListener("click", ({ timeStamp }) => {
        const look = () => {
          const element = document.querySelector(`.page[data-page-number="${page}"]`);
          const isDrawn = element?.querySelector("canvas") && element.querySelector(".endOfContent");
          const range = /** @type {Range | undefined} */ ([...(CSS.highlights.get("found-here") ?? [])][0]);
          const top = range?.getBoundingClientRect().top ?? -1;
          if (isDrawn && (!isMarked || (top > 0 && top < innerHeight))) resolve(performance.now() - timeStamp);
          else requestAnimationFrame(look);
        };
        look();
      }, { once: true, capture: true });
    });
    Object.assign(globalThis, { pageShown });
  };
  Object.assign(globalThis, { awaitPage });
}

/**
 * What the window's process holds after 20 pages, and after 500: as it is then, and with the garbage of the window and of its worker collected; and what
 * bare pdf.js does, turning the same pages in the same run. Nothing here may hold an element of the page: it would keep all the others.
 *
 * @param {import('@playwright/test').Page} window @param {import('@playwright/test').Page} other
 * @param {import('@playwright/test').ElectronApplication} app
 */
async function memory(window, other, app) {
  await away(window);
  await openInApp(window, "long", 10, "repere10");
  await other.evaluate((file) => /** @type {any} */ (globalThis).openToRead(file, 10), "/archive/reports/la-derivation/bench-long/report.pdf");
  const ours = await turnAndWeigh(window, app, async (page) => {
    await window.getByRole("button", { name: "Page suivante", exact: true }).click();
    await window.waitForFunction((number) => document.querySelector(`.page[data-page-number="${number}"] .endOfContent`) !== null, page);
  });
  const bares = await turnAndWeigh(other, app, (page) => other.evaluate((number) => /** @type {any} */ (globalThis).turnTo(number), page));
  for (const [title, kind] of /** @type {const} */ ([["memory", "all"], ["memory, garbage collected", "live"], ["JavaScript of window and worker", "heap"]])) {
    for (const [name, { few, many }] of Object.entries({ Relire: ours, "bare pdf.js": bares })) {
      const [first, last] = [few[kind], many[kind]];
      process.stdout.write(`${title}, ${name}: ${first.toFixed(0)} MiB after 20 pages, ${last.toFixed(0)} MiB after 500: ratio ${(last / first).toFixed(2)}, limit 1.2\n`);
    }
  }
}

/**
 * @param {import('@playwright/test').Page} window @param {import('@playwright/test').ElectronApplication} app
 * @param {(page: number) => Promise<unknown>} turn
 */
async function turnAndWeigh(window, app, turn) {
  const address = window.url();
  const pid = await app.evaluate(({ webContents }, url) => webContents.getAllWebContents().find((each) => each.getURL() === url)?.getOSProcessId(), address);
  const turnTo = async (/** @type {number} */ last, /** @type {number} */ first) => {
    for (let page = first; page <= last; page++) await turn(page);
    await window.waitForTimeout(2000);
    const all = privateMemory(pid);
    const heap = await app.evaluate(collectGarbage, address);
    await window.waitForTimeout(1000);
    return { all, live: privateMemory(pid), heap: heap / 2 ** 20 };
  };
  return { few: await turnTo(30, 11), many: await turnTo(510, 31) };
}

/**
 * Runs in the main process: collects the garbage of a window and of its workers; gives the bytes that their JavaScript holds then. Playwright's own
 * sessions do not reach workers.
 *
 * @param {typeof import('electron')} electron @param {string} address
 */
async function collectGarbage({ webContents }, address) {
  const inspector = webContents.getAllWebContents().find((each) => each.getURL() === address)?.debugger;
  if (!inspector) throw new Error("no such window");
  /** The window itself, which has no session's name, and each worker. @type {(string | undefined)[]} */
  const sessions = [undefined];
  inspector.attach("1.3");
  inspector.on("message", (_event, method, { sessionId }) => method === "Target.attachedToTarget" && sessions.push(sessionId));
  await inspector.sendCommand("Target.setAutoAttach", { autoAttach: true, flatten: true, waitForDebuggerOnStart: false });
  let bytes = 0;
  for (const session of sessions) {
    await inspector.sendCommand("HeapProfiler.collectGarbage", {}, session);
    const { usedSize } = await inspector.sendCommand("Runtime.getHeapUsage", {}, session);
    bytes += usedSize;
  }
  inspector.removeAllListeners("message");
  inspector.detach();
  return bytes;
}

/** MiB that a process holds for itself, as Chromium counts them on Linux: anonymous pages, in memory or swapped out. @param {number | undefined} pid */
function privateMemory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return ["RssAnon", "VmSwap"].reduce((sum, field) => sum + Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0), 0) / 1024;
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}
