/** How the work grows with the text and with what is typed: counted in steps, so that a busy machine changes nothing. Alone in its process, see steps.ts. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startCounting, stepsOf } from "../fixtures/steps.ts";
import { folderAt } from "../fixtures/temporaryFolder.ts";
import { worstTyped } from "../fixtures/worstTyped.ts";

startCounting();
const { putArchive } = await import("../fixtures/letterArchive.ts");
const { words } = await import("../../archive/text/words.ts");
const { excerpt } = await import("../../archive/text/excerpt.ts");
const { findPhrase } = await import("../../archive/text/phrase.ts");
const { searchTerm, wholeWords } = await import("../../archive/text/terms.ts");
const { readQuery } = await import("../../archive/search/query.ts");
const { openArchive } = await import("../../archive/archive.ts");
const { sealFolder } = await import("../../archive/assembleIndex.ts");
const { openFolder } = await import("../../archive/openFolder.ts");
const { readPdf } = await import("../../archive/import/pdf.ts");

/** How many times the steps are more for what is `times` as long; what is kept from one time to the next is there before. */
function growth(times: number, length: number, taskFor: (length: number) => () => void): number {
  const [short, long] = [taskFor(length), taskFor(length * times)];
  short();
  return stepsOf(long) / stepsOf(short);
}

describe("sixteen times the text takes some sixteen times the steps, never two hundred and fifty-six, to", () => {
  const most = 20;

  const pathological: [name: string, make: (count: number) => string][] = [
    ["open brackets", (count) => "(".repeat(count)],
    ["dots", (count) => "·".repeat(count)],
    ["letters and hyphens", (count) => "a-e-s-".repeat(count / 6)],
    ["inclusive forms without end", (count) => "usager·e·s·".repeat(count / 11)],
    ["one long word", (count) => "a".repeat(count)],
    ["long words around dots", (count) => `${"a".repeat(99)}·`.repeat(count / 100)],
    ["apostrophes", (count) => "l’".repeat(count / 2)],
    ["accents alone", (count) => "\u0301".repeat(count)],
    ["initials", (count) => "U.".repeat(count / 2)],
    ["cut lines", (count) => "ab-\n".repeat(count / 4)],
    ["lone surrogates", (count) => "\uD83D".repeat(count)],
    ["astral letters", (count) => "𝐁".repeat(count / 2)],
  ];

  test.each(pathological)("read the words of %s", (_name, make) => {
    expect(growth(16, 2000, (length) => {
      const text = make(length);
      return () => void words(text);
    })).toBeLessThan(most);
  });

  test("cut an excerpt, even where every word is marked", () => {
    const wanted = wholeWords("usager communs").map((word) => searchTerm(word, false, 2));
    expect(growth(16, 250, (count) => {
      const text = "usager communs ".repeat(count);
      return () => void excerpt(text, wanted);
    })).toBeLessThan(most);
  });

  test("find a phrase, even where it nearly stands everywhere", () => {
    const phrase = words(`${"a-b ".repeat(3)}fin`);
    expect(growth(16, 250, (count) => {
      const text = words("a-b ".repeat(count));
      return () => void findPhrase(text, phrase);
    })).toBeLessThan(most);
  });
});

test("a phrase four times as long takes some four times the steps, however many readings its words have together", () => {
  const text = words("a-b ".repeat(250));
  expect(growth(4, 3, (count) => {
    const phrase = words(`${"a-b ".repeat(count)}fin`);
    return () => void findPhrase(text, phrase);
  })).toBeLessThan(6);
});

test.each(['"', "« ", "a ", "a-b-", "a:", "é\u0301", "-\"a ", "OU ", "a·e·s ", "rubrique:\"", "\uD83D", "(", "’"])("of %j typed without end, a thousand characters are read", (piece) => {
  const texts = [1000, 100_000].map((length) => piece.repeat(length / piece.length));
  const [short, long] = texts.map((text) => {
    readQuery(text);
    return stepsOf(() => readQuery(text));
  });
  // What is over is cut off, and the spaces around the whole are looked for: no more than that.
  expect(long! - short!).toBeLessThan(100_000 + 5000);
});

describe.each([
  ["made as it opened", false],
  ["sealed before", true],
])("an archive with an index %s", (_name, isSealed) => {
  test("answers the worst that can be typed in some millions of steps", async () => {
    const folder = folderAt(mkdtempSync(join(tmpdir(), "relire-test-")));
    const body = ["Un usager du guichet.", "Les usager·es du guichet.", "L’économie du bénévolat."].map((text, index) => `## ★ {#part-${index}}\n\n${text}`).join("\n\n");
    putArchive(folder, "archive", { letters: { "essai/2022-10": body } });
    if (isSealed) {
      const opened = await openFolder(folder.at("archive"), readPdf);
      await sealFolder(opened, (id) => opened.documents.find(({ entry }) => entry.head.id === id)?.entry.head, readPdf);
    }
    const archive = await openArchive({ bundled: [folder.at("archive")], library: null, readPdf });
    rmSync(folder.path, { recursive: true });
    const steps = worstTyped.map((text) => stepsOf(() => archive.search({ text, limit: 20 })));
    expect(Math.max(...steps)).toBeLessThan(4_000_000);
  });
});
