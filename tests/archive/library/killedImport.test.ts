/**
 * A real `relire` process, killed at random moments: the library always opens, every document is whole or absent, and the next import makes it complete.
 * RELIRE_KILLS says how many times; a few are enough to notice that something broke.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { built, projectFolder } from "../../fixtures/built.ts";
import { letterText, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { runCli } from "../../fixtures/runCli.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const kills = Number(process.env["RELIRE_KILLS"] ?? 8);
/** Letters and reports of one import. */
const batch = 24;

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
  for (let number = 1; number <= kills; number++) {
    putBatch(number);
    const isKilled = await killed(["import", folder.at(`in-${number}`), "--library", folder.at("library")], Math.random() * whole * 1.1);
    if (isKilled) cut += 1;
    const { archive, library, importFiles } = await openLibraryIn(folder);
    const { documents, troubles } = archive.overview();
    expect(troubles.filter(({ code }) => code !== "library-repaired")).toEqual([]);
    expect((await library.verify()).findings).toEqual([]);
    for (const head of documents.filter(({ kind }) => kind === "letter")) {
      const letter = valueOf(await archive.letter(head.id));
      expect(letter.sections[0]?.text).toMatch(/^Lettre \d+-\d+, (?:mots )+fin\.$/);
      const original = readFileSync(folder.at(`library/letters/${head.id}/original.md`), "utf8");
      expect(original).toContain(letter.sections[0]?.text);
    }
    // Every third time, the next one continues where this one was cut off.
    if (number % 3 === 0) expect((await importFiles({ paths: [folder.at(`in-${number}`)] })).items.filter(({ status }) => status === "failed")).toEqual([]);
    await archive.close();
  }
  for (let number = 0; number <= kills; number++) expect(runCli(["import", folder.at(`in-${number}`), "--library", folder.at("library")])).toMatchObject({ code: 0, err: "" });
  expect(runCli(["verify", "--library", folder.at("library")])).toMatchObject({ code: 0, err: "" });
  if (kills >= 8) expect(cut).toBeGreaterThan(0);
}, 60_000 + kills * 10_000);
