/**
 * Runs a target in a process that may write in one folder only and may be ended at any time. Each input is told before it is looked at, so that whoever
 * started this process knows which one it hangs on; what does not hold is told with the input.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Chance } from "../bench/random.mjs";
import { makePdf } from "../fixtures/makePdf.ts";
import { stopPdfReader } from "./pdfReader.ts";
import { type Form, seedOf, type Target } from "./target.ts";
import { targets } from "./targets.ts";

/** What the parent asks for: first the inputs that were kept, then new ones from an index on, for so long. */
export interface Job {
  target: string;
  run: number;
  from: number;
  milliseconds: number;
  folder: string;
  /** Folders of letters to start from. */
  forms: string[];
  /** A folder of inputs that broke something once; none after a restart. */
  kept: string | null;
  /** Only this input, by its index. */
  single: number | null;
}

export type News =
  | { news: "input"; input: number | string }
  | { news: "broken"; input: number | string; why: string; bytes: Uint8Array }
  | { news: "done"; inputs: number; slowest: { input: number | string; milliseconds: number } };

/** Milliseconds of this process's own work, which do not grow with what else the machine does. */
const mostWork = 6000;
const settleEvery = 60;

process.once("message", (job: Job) => {
  void perform(job).then(
    () => process.disconnect(),
    (error: unknown) => void tell({ news: "broken", input: "the target itself", why: String(error instanceof Error ? error.stack : error), bytes: new Uint8Array() }),
  );
});

async function perform(job: Job): Promise<void> {
  const folder = join(job.folder, job.target);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const target = await targets[job.target]?.({ folder, forms: readForms(job.forms) });
  if (!target) throw new Error(`no target ${job.target}`);
  let inputs = 0;
  let slowest = { input: 0 as number | string, milliseconds: 0 };
  const look = async (input: number | string, bytes: Uint8Array): Promise<void> => {
    void tell({ news: "input", input });
    const milliseconds = await lookAt(target, input, bytes);
    if (milliseconds > slowest.milliseconds) slowest = { input, milliseconds };
    inputs += 1;
  };
  for (const name of job.kept === null ? [] : filesIn(job.kept)) await look(name, readFileSync(join(job.kept ?? "", name)));
  const until = performance.now() + job.milliseconds;
  for (let index = job.single ?? job.from; performance.now() < until; index += 1) {
    await look(index, target.make(new Chance(seedOf(job.run, job.target, index))));
    if (index % settleEvery === settleEvery - 1) await settle(target, index);
    if (job.single !== null) break;
  }
  await settle(target, "the end");
  stopPdfReader();
  await tell({ news: "done", inputs, slowest });
}

/** Gives the milliseconds of work it took. */
async function lookAt(target: Target, input: number | string, bytes: Uint8Array): Promise<number> {
  const before = process.cpuUsage();
  try {
    await target.check(bytes);
  } catch (error) {
    void tell({ news: "broken", input, why: error instanceof Error ? (error.stack ?? error.message) : String(error), bytes });
  }
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > mostWork) void tell({ news: "broken", input, why: `it takes ${Math.round(milliseconds)} ms of work`, bytes });
  return milliseconds;
}

async function settle(target: Target, after: number | string): Promise<void> {
  try {
    await target.settle?.();
  } catch (error) {
    void tell({ news: "broken", input: `those before ${after}`, why: error instanceof Error ? (error.stack ?? error.message) : String(error), bytes: new Uint8Array() });
  }
}

function readForms(folders: readonly string[]): Form[] {
  const read = folders.flatMap((folder) => filesIn(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })));
  return [...read.filter(({ bytes }) => bytes.length <= 300_000), { name: "made.pdf", bytes: makePdf([{ lines: ["Une page"] }]) }];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(folder, name)).isFile()).sort();
}

/** Fulfilled once it is on its way: a process that ends before takes what it still had to tell with it. */
function tell(news: News): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(news, () => resolve());
    else resolve();
  });
}
