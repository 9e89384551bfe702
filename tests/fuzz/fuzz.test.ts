/** Fuzzing finds what is there to be found: inputs that break, hang or kill the process, and writing where nothing may be written. */
import { describe, expect, test } from "vitest";
import { Chance } from "../bench/random.mjs";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";
import { fuzz } from "./fuzz.mjs";
import { insistAnswer, insistCleanLetter, insistCleanPage } from "./invariants.ts";
import { mutate } from "./mutate.ts";

const folder = temporaryFolder();
const job = { target: "essai", run: 1, from: 0, milliseconds: 60_000, forms: [], kept: null, single: null };

/** A worker that tells of three inputs, and does what `on` says at the second. */
const worker = (on: string): string => `
  import { writeFileSync } from "node:fs";
  process.once("message", async (job) => {
    const send = (news) => new Promise((sent) => process.send(news, sent));
    for (let input = job.from; input < 3; input += 1) {
      await send({ news: "input", input });
      if (input === 1) { ${on} }
    }
    await send({ news: "done", inputs: 3, slowest: { input: 0, milliseconds: 0 } });
    process.disconnect();
  });`;

async function told(on: string, patience = 60_000): Promise<unknown> {
  folder.put("worker.mjs", worker(on));
  const { inputs, broken } = await fuzz({ ...job, folder: folder.path }, { worker: folder.at("worker.mjs"), patience });
  return { inputs, broken: broken.map(({ input, why }) => [input, why]) };
}

describe("a run", () => {
  test("that finds nothing says how many inputs it looked at", async () => {
    expect(await told("")).toEqual({ inputs: 3, broken: [] });
  });

  test("tells the input that the process dies of, and goes on after it", async () => {
    expect(await told("process.kill(process.pid, 'SIGKILL')")).toEqual({ inputs: 3, broken: [[1, "the process ended (SIGKILL)"]] });
  });

  test("ends a process that hangs, and goes on", async () => {
    expect(await told("for (;;);", 1500)).toEqual({ inputs: 3, broken: [[1, "no end after 1.5 s"]] });
  });

  test("lets nothing be written outside of its folder", async () => {
    const found = await told("try { writeFileSync('/tmp/relire-fuzz-outside', 'x') } catch (error) { await send({ news: 'broken', input, why: error.code, bytes: new Uint8Array() }) }");
    expect(found).toEqual({ inputs: 3, broken: [[1, "ERR_ACCESS_DENIED"]] });
  });
});

describe("what has to hold", () => {
  test.each(["<p onclick=x>", "<script>x</script>", "<a href='javascript:x'>", "<img src='https://mal.example/a.png'>", "<svg onload=x>", "<meta http-equiv=refresh content='0;url=x'>", "<style>@import 'https://mal.example/x.css'</style>"])("a page with %s does not", (html) => {
    expect(() => insistCleanPage(html)).toThrow(/an attribute|an element|a link|a picture|a meta|fetches/);
  });

  test("a letter whose link runs, and an answer that says a defect, do not", () => {
    const link = { type: "element" as const, tagName: "a", properties: { href: "javascript:x" }, children: [] };
    const letter = { head: { kind: "letter" as const, id: "a/b", collection: "a", title: "x", date: null, authors: [], sections: [] }, sections: [], pictures: [] };
    expect(() => insistCleanLetter({ ...letter, opening: { text: "", content: { type: "root", children: [link] } } })).toThrow("a link to javascript:x");
    expect(() => insistAnswer({ ok: false, failure: { code: "import-failed" } })).toThrow("import-failed");
  });
});

test("one seed makes one input", () => {
  const bytes = Buffer.from("<p>Une lettre</p>".repeat(50));
  const once = (seed: number): string => Buffer.from(mutate(new Chance(seed), bytes, [bytes])).toString("latin1");
  expect(once(5)).toBe(once(5));
  expect(new Set(Array.from({ length: 50 }, (_, seed) => once(seed))).size).toBeGreaterThan(45);
});
