/**
 * A real `relire` process, killed at random moments: the library always opens, every document is whole or absent, and the next import makes it complete.
 * RELIRE_KILLS says how many times; a few are enough to notice that something broke.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { built, projectFolder } from "../../fixtures/built.ts";
import { letterText, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { runCli } from "../../fixtures/runCli.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
/** Thousands of files take a while to be taken away. */
vi.setConfig({ hookTimeout: 300_000 });
const kills = Number(process.env["RELIRE_KILLS"] ?? 8);
/** Letters and reports of one import. */
const batch = 10;

/** Runs a command, and kills it after so many milliseconds unless it ended before. */
function killed(args: readonly string[], after: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [built("shell/cli.cjs"), ...args], { env: { PATH: process.env["PATH"], RELIRE_LIBRARY: join(projectFolder, "out/no-library") }, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    child.once("exit", (_, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });
}

function textOf(letter: string): string {
  return readFileSync(folder.at(`library/letters/${letter}/letter.md`), "utf8");
}

/** Letters of a batch, some of them new states of letters of the batch before. */
function putBatch(number: number): void {
  for (let at = 0; at < batch; at++) {
    const of = at % 3 === 0 && number > 0 ? number - 1 : number;
    const body = `## Partie\n\nLettre ${number}-${at}, ${"mots ".repeat(50 + at * 20)}fin.\n`;
    folder.put(`in-${number}/${String(at).padStart(2, "0")}.md`, letterText({ title: `Lettre ${of}-${at}`, date: "2023-01", body }));
  }
  folder.put(`in-${number}/zz.pdf`, makePdf([{ lines: [`Rapport ${number}`] }]));
}

test(`an import killed ${kills} times at random moments leaves every document whole or absent`, async () => {
  putBatch(0);
  const started = performance.now();
  expect(runCli(["import", folder.at("in-0"), "--library", folder.at("library")])).toMatchObject({ code: 0 });
  const whole = performance.now() - started;
  let cut = 0;
  const seen = new Set<string>();
  for (let number = 1; number <= kills; number++) {
    putBatch(number);
    const isKilled = await killed(["import", folder.at(`in-${number}`), "--library", folder.at("library")], Math.random() * whole * 1.1);
    if (isKilled) cut += 1;
    const { archive, library, importFiles } = await openLibraryIn(folder);
    const { documents, troubles } = archive.overview();
    expect(troubles.filter(({ code }) => code !== "library-repaired")).toEqual([]);
    const findings = number % 10 === 0 ? (await library.verify()).findings : [];
    expect(findings).toEqual([]);
    // Those that were whole the last time, and were not received anew since, are left to the check of everything.
    const fresh = documents.filter(({ kind, id }) => kind === "letter" && !seen.has(textOf(id)));
    for (const head of fresh) {
      seen.add(textOf(head.id));
      const letter = valueOf(await archive.letter(head.id));
      expect(letter.sections[0]?.text).toMatch(/^Lettre \d+-\d+, (?:mots )+fin\.$/);
      const original = readFileSync(folder.at(`library/letters/${head.id}/original.md`), "utf8");
      expect(original).toContain(letter.sections[0]?.text);
    }
    // Every third time, the next one continues where this one was cut off.
    const next = number % 3 === 0 ? (await importFiles({ paths: [folder.at(`in-${number}`)] })).items : [];
    expect(next.filter(({ status }) => status === "failed")).toEqual([]);
    await archive.close();
  }
  const { archive, importFiles } = await openLibraryIn(folder);
  const { items } = await importFiles({ paths: Array.from({ length: kills + 1 }, (_, number) => folder.at(`in-${number}`)) });
  expect(items.filter(({ status }) => status === "failed")).toEqual([]);
  expect(items).toHaveLength((kills + 1) * (batch + 1));
  await archive.close();
  expect(runCli(["verify", "--library", folder.at("library")])).toMatchObject({ code: 0, err: "" });
  expect(cut).toBeGreaterThan(0);
}, 60_000 + kills * 20_000);
