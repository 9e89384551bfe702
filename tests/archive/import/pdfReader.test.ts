import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { forkPdfProcess } from "../../../archive/import/forkPdfProcess.ts";
import { readPdf as readHere } from "../../../archive/import/pdf.ts";
import { pdfLimits, type PdfReader, startPdfReader } from "../../../archive/import/pdfReader.ts";
import type { ReaderLimits } from "../../../archive/import/readerProcess.ts";
import type { PdfProcess } from "../../../archive/import/pdfWire.ts";
import { badPdfs, bomb, endlessPage, oddPdfs } from "../../fixtures/badPdfs.ts";
import { built } from "../../fixtures/built.ts";
import { lockedPassword, lockedPdf } from "../../fixtures/lockedPdf.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const small = makePdf([{ lines: ["Avertissement"] }, { lines: ["Chapitre un"] }]);

interface Watched extends PdfReader {
  /** Resolves for each process, in the order of their start, when it has ended. */
  ends: Promise<string>[];
}

const readers: Watched[] = [];
afterEach(() => readers.splice(0).forEach((reader) => reader.stop()));

/** A reader whose processes are counted, and stopped after the test. */
function reader(limits: Partial<ReaderLimits> = {}, file = built("shell/pdfProcess.cjs")): Watched {
  const ends: Promise<string>[] = [];
  const start = (memory: number): PdfProcess => {
    const started = forkPdfProcess(file, memory);
    const told = new EventEmitter();
    ends.push(once(told, "end").then(([how]: string[]) => how ?? ""));
    const listen: PdfProcess["listen"] = ({ reply, end }) => {
      told.once("end", end);
      started.listen({ reply, end: (how) => void told.emit("end", how) });
    };
    return { ...started, listen };
  };
  const watched = { ...startPdfReader(start, { ...pdfLimits, ...limits }), ends };
  readers.push(watched);
  return watched;
}

const code = (answer: Awaited<ReturnType<PdfReader["readPdf"]>>): string => (answer.ok ? "read" : answer.failure.code);

describe("a PDF read in a process of its own", () => {
  test("is read as it is here, and left as it is", async () => {
    const real = readFileSync(built("archive/reports/les-passerelles/veillees-numeriques-2022/report.pdf"));
    const before = Buffer.from(real);
    expect(await reader().readPdf(real)).toEqual(await readHere(real));
    expect(real.equals(before)).toBe(true);
  });

  test("shares its process with the others, each in its turn", async () => {
    const { readPdf, ends } = reader();
    const pdfs = Array.from({ length: 12 }, (_, index) => makePdf([{ lines: [`Lettre ${index}`] }]));
    const answers = await Promise.all(pdfs.map((pdf) => readPdf(pdf)));
    expect(answers.map((answer) => answer.ok && answer.value.pages)).toEqual(pdfs.map((_, index) => [`Lettre ${index}`]));
    expect(ends).toHaveLength(1);
  });

  test("may be a part of a larger buffer", async () => {
    const around = new Uint8Array(small.length + 200).fill(0x41);
    around.set(small, 100);
    expect(await reader().readPdf(around.subarray(100, 100 + small.length))).toMatchObject({ ok: true, value: { pages: ["Avertissement", "Chapitre un"] } });
  });

  test("says that it is locked, that a password is wrong, and opens with the right one", async () => {
    const { readPdf } = reader();
    expect(await readPdf(lockedPdf)).toMatchObject({ failure: { code: "report-locked", detail: "a password is needed" } });
    expect(await readPdf(lockedPdf, { password: "non" })).toMatchObject({ failure: { code: "report-locked", detail: "the password is wrong" } });
    expect(await readPdf(lockedPdf, { password: lockedPassword })).toMatchObject({ ok: true, value: { pages: ["Compte secret"] } });
  });
});

describe("what a PDF does to its process, it does to nothing else", () => {
  test("one that fills the memory is given up, and the next is read", async () => {
    const { readPdf, ends } = reader({ memory: 300 * 2 ** 20 });
    expect(await readPdf(bomb(2 ** 30))).toMatchObject({ failure: { code: "report-too-large", detail: expect.stringContaining("SIGKILL") } });
    expect(code(await readPdf(small))).toBe("read");
    expect(ends).toHaveLength(2);
  });

  test("one with an endless page is given up, and the next is read", async () => {
    const { readPdf, ends } = reader({ page: 2500 });
    const answers = await Promise.all([readPdf(small), readPdf(endlessPage()), readPdf(small)]);
    expect(answers.map(code)).toEqual(["read", "report-too-slow", "read"]);
    await ends[0];
    expect(ends).toHaveLength(2);
  });

  test("one that is no longer wanted is left at once, and the next is read", async () => {
    const { readPdf, ends } = reader();
    await readPdf(small);
    const controller = new AbortController();
    const reading = readPdf(endlessPage(), { signal: controller.signal });
    const next = readPdf(small);
    await new Promise(setImmediate);
    controller.abort(new Error("no longer"));
    await expect(reading).rejects.toThrow("no longer");
    await ends[0];
    expect(code(await next)).toBe("read");
  });

  test("one that is no longer wanted before its turn is not begun", async () => {
    const { readPdf, ends } = reader();
    await expect(readPdf(small, { signal: AbortSignal.abort(new Error("no longer")) })).rejects.toThrow("no longer");
    expect(ends).toHaveLength(0);
  });

  test.each(Object.keys(badPdfs))("one %s gets an answer", async (name) => {
    const answer = await reader({ page: 3000 }).readPdf(badPdfs[name]!);
    expect(answer.ok ? answer.value.pages : answer.failure.code).toEqual(answer.ok ? ["Bonjour"] : "report-damaged");
  });

  test.each(Object.keys(oddPdfs))("one %s is read", async (name) => {
    expect(await reader().readPdf(oddPdfs[name]!)).toMatchObject({ ok: true, value: { pages: ["Bonjour"] } });
  });

  test.each([
    ["an empty file", "", "report-damaged"],
    ["a page of the web", "<!doctype html>", "report-damaged"],
    ["one cut short", Buffer.from(small).toString("latin1").slice(0, -100), "report-truncated"],
  ])("%s gets an answer", async (_, text, expected) => {
    expect(code(await reader().readPdf(Buffer.from(text, "latin1")))).toBe(expected);
  });
});

describe("the process", () => {
  test("ends when there was nothing to read for a while, and is started for the next", async () => {
    const { readPdf, ends } = reader({ idle: 50 });
    await readPdf(small);
    await ends[0];
    expect(code(await readPdf(small))).toBe("read");
    expect(ends).toHaveLength(2);
  });

  test("ends when it is stopped; what was being read is not read, nor what comes after", async () => {
    const { readPdf, ends, stop } = reader();
    await readPdf(small);
    const [reading, waiting] = [readPdf(endlessPage()), readPdf(small)];
    await new Promise(setImmediate);
    stop();
    expect([code(await reading), code(await waiting), code(await readPdf(small))]).toEqual(["report-unread", "report-unread", "report-unread"]);
    await ends[0];
    expect(ends).toHaveLength(1);
  });

  test("that cannot start is a failure of each PDF, not more", async () => {
    const { readPdf } = reader({}, folder.at("nowhere.cjs"));
    expect([code(await readPdf(small)), code(await readPdf(small))]).toEqual(["report-unread", "report-unread"]);
    const thrown = startPdfReader(() => {
      throw new Error("no more processes");
    });
    expect(await thrown.readPdf(small)).toEqual({ ok: false, failure: { code: "report-unread", detail: "Error: no more processes" } });
  });

  test("that never says it is ready is given up", async () => {
    folder.put("silent.cjs", "process.on('message', () => {});");
    const { readPdf, ends } = reader({ start: 300 }, folder.at("silent.cjs"));
    expect(code(await readPdf(small))).toBe("report-unread");
    await ends[0];
  });

  test.each([
    ["says what nobody understands", "process.on('message', ({ number }) => process.send({ kind: 'answer', number, answer: { ok: true, value: 'all well' } }));"],
    ["makes a failure up", "process.on('message', ({ number }) => process.send({ kind: 'answer', number, answer: { ok: false, failure: { code: 'no-such-code' } } }));"],
  ])("that %s is ended", async (_, script) => {
    folder.put("strange.cjs", script);
    const { readPdf, ends } = reader({}, folder.at("strange.cjs"));
    expect(code(await readPdf(small))).toBe("report-unread");
    await ends[0];
  });

  test("ends with the process that wanted it, though it is busy for ever", async () => {
    folder.put("endless.pdf", endlessPage());
    folder.put(
      "owner.cjs",
      `const child = require("node:child_process").fork(${JSON.stringify(built("shell/pdfProcess.cjs"))}, [String(2 ** 30)], { serialization: "advanced" });
      child.on("message", ({ kind }) => kind === "ready" && child.send({ number: 1, bytes: new Uint8Array(require("node:fs").readFileSync(${JSON.stringify(folder.at("endless.pdf"))})) }));
      child.on("message", ({ kind, page }) => kind === "page" && page === 1 && process.stdout.write(String(child.pid)));`,
    );
    const owner = spawn(process.execPath, [folder.at("owner.cjs")], { stdio: ["ignore", "pipe", "ignore"] });
    const [pid] = await once(owner.stdout, "data");
    owner.kill("SIGKILL");
    await expect.poll(() => isRunning(Number(pid)), { timeout: 10_000 }).toBe(false);
  });
});

/** A process that has ended and that nobody asked about (a zombie) runs no more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
