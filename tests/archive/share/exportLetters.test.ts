import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Archive, type ExportSaying, openArchive } from "../../../archive/archive.ts";
import type { ExportFormat } from "../../../archive/exportLetters.ts";
import { readPdf } from "../../../archive/import/pdf.ts";
import { frExport } from "../../../archive/words/fr.ts";
import { dateInWords } from "../../../renderer/words/dates.ts";
import { built } from "../../fixtures/built.ts";
import { putArchive } from "../../fixtures/letterArchive.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const saying: ExportSaying = {
  words: frExport,
  sayDate: (date) => dateInWords(date, "fr"),
  sayLetters: (count) => `${count} lettres`,
  at: "2024-03-09T10:00:00.000Z",
};

async function exported(archive: Archive, format: ExportFormat, ...ids: string[]): Promise<{ name: string; bytes: Uint8Array; text: string }> {
  const answer = await archive.exportLetters({ ids, format, language: "fr", isTypeset: true }, saying);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return { ...answer.value, text: Buffer.from(answer.value.bytes).toString("utf8") };
}

/** A letter with everything that Markdown allows. */
const rich = `Bonjour "à toutes" & à tous.

## Une analyse {.analyse}

Un **mot**, un [lien](https://exemple.fr/a?b=1&c=2), une [section](relire://a/2022-05#un-atelier), un [rapport](relire://a/rapport#p3).[^1]

| Gauche | Droite |
|:--|--:|
| a | 1 |

- [x] fait
- à faire

![Un pont](pictures/pont.svg "Le pont & son ombre")

![Absente](pictures/absente.png)

> Citation <b>brute</b>

\`\`\`
a < b "c"
\`\`\`

[^1]: Une note.

## Un atelier {.atelier}

Fin !`;

const pont = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><title>Pont</title><rect width="20" height="10"/></svg>';

function put(more: Record<string, string> = {}): Promise<Archive> {
  putArchive(folder, "library", { letters: { ...more, "a/2022-03": rich, "a/2022-05": "## Un atelier {.atelier}\n\nLe second, l'été." } });
  folder.put("library/letters/a/2022-03/pictures/pont.svg", pont);
  return openArchive({ bundled: [folder.at("library")], library: null, readPdf });
}

describe("an exported page", () => {
  test("holds the letter, its date, its source and the addresses it cites", async () => {
    const { name, text } = await exported(await put(), "html", "a/2022-03");
    expect(name).toBe("Lettre 2022-03, mars 2022");
    expect(text).toContain("<h2>Une analyse</h2>");
    expect(text).toContain("a, « Lettre 2022-03 », mars 2022.");
    expect(text).toContain("Exporté de Relire le 9 mars 2024.");
    expect(text).toMatch(/<section data-footnotes[^>]* aria-label="Notes">/);
    expect(text).toMatch(/<a [^>]*lang="fr"[^>]* aria-label="Revenir à l’appel de note 1"|<a [^>]*aria-label="Revenir à l’appel de note 1"[^>]*lang="fr"/);
    expect(text).not.toMatch(/Back to|Footnotes/);
    expect(text).toMatch(/<ol class="links"><li><a href="https:\/\/exemple\.fr/);
  });

  test("needs nothing from elsewhere: style and pictures are inside, nothing runs", async () => {
    const { text } = await exported(await put(), "html", "a/2022-03", "a/2022-05");
    expect(text).toContain('src="data:image/svg+xml;base64,');
    expect(text).not.toMatch(/<script|<link|src="(?!data:)|url\(/);
    expect(text).toContain("default-src &#x27;none&#x27;");
    expect(text).not.toContain("relire://");
  });

  test("leads to what is exported along, and words what is not", async () => {
    const alone = await exported(await put(), "html", "a/2022-03");
    expect(alone.text).toContain('<span title="Cette lettre renvoie ici');
    const both = await exported(await put(), "html", "a/2022-05", "a/2022-03");
    expect(both.text).toContain('<a href="#l-a_2022-05_un-atelier">section</a>');
    expect(both.text.indexOf('id="l-a_2022-03"')).toBeLessThan(both.text.indexOf('id="l-a_2022-05"'));
  });

  test("holds one section alone, named in the title and in the source", async () => {
    const { name, text } = await exported(await put(), "html", "a/2022-03#un-atelier");
    expect(name).toBe("Un atelier — Lettre 2022-03, mars 2022");
    expect(text).toContain("mars 2022, Un atelier.");
    expect(text).not.toContain("Une analyse");
    expect(text).not.toContain("Bonjour");
  });

  test("sets French texts for reading, which Markdown does not", async () => {
    const archive = await put();
    expect((await exported(archive, "html", "a/2022-03")).text).toContain("Fin\u202F!");
    expect((await exported(archive, "html", "a/2022-05")).text).toContain("l’été");
    expect((await exported(archive, "markdown", "a/2022-05")).text).toContain("Le second, l'été.");
  });

  test("fails for a letter or a section that is not there", async () => {
    const archive = await put();
    expect(await archive.exportLetters({ ids: ["a/1999"], format: "html", language: "fr", isTypeset: true }, saying)).toMatchObject({ failure: { code: "unknown-document" } });
    expect(await archive.exportLetters({ ids: ["a/2022-03#rien"], format: "html", language: "fr", isTypeset: true }, saying)).toMatchObject({ failure: { code: "unknown-section" } });
  });
});

describe("exported Markdown", () => {
  test("is the letter again: titles, lists, tables, notes, code; pictures are told", async () => {
    const { text } = await exported(await put(), "markdown", "a/2022-03");
    for (const line of ["# Lettre 2022-03", "## Une analyse", "[lien](https://exemple.fr/a?b=1\\&c=2)", "| Gauche | Droite |", "- [x] fait", "*Image : Un pont*", 'a < b "c"', "rapport.[^une-analyse-1]", "[^une-analyse-1]: Une note.", "**Source :** a, « Lettre 2022-03 », mars 2022."]) expect(text).toContain(line);
  });
});

describe("an exported EPUB", () => {
  test("begins with its type, stored as it is", async () => {
    const { bytes } = await exported(await put(), "epub", "a/2022-03");
    expect(Buffer.from(bytes).subarray(30, 58).toString("latin1")).toBe("mimetypeapplication/epub+zip");
  });

  test("is the same file for the same letters at the same time", async () => {
    const archive = await put();
    const [one, other] = [await exported(archive, "epub", "a/2022-03"), await exported(archive, "epub", "a/2022-03")];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });

  // Debian's; `npm test` installs it where it can.
  const epubcheck = "/usr/share/java/epubcheck.jar";
  test.skipIf(!existsSync(epubcheck))("has no fault that epubcheck finds: rich and odd letters, a section, the whole bundled archive", { timeout: 120_000 }, async () => {
    const odd = "## Un & deux {#odd}\n\nA < B > C & D “é” \u0001 🍂 &nbsp; &copy; <i>brut</i> x\u200By\n\n![](pictures/x.png)\n\n~~barré~~";
    const archive = await put({ "a/2022-07": odd });
    const bundled = await openArchive({ bundled: [built("archive")], library: null, readPdf });
    const all = bundled.overview().documents.filter(({ kind }) => kind === "letter").map(({ id }) => id);
    writeFileSync(folder.at("rich.epub"), (await exported(archive, "epub", "a/2022-03", "a/2022-05#un-atelier", "a/2022-07")).bytes);
    writeFileSync(folder.at("all.epub"), (await exported(bundled, "epub", ...all)).bytes);
    for (const file of ["rich.epub", "all.epub"]) {
      const { status, stdout, stderr } = spawnSync("java", ["-jar", epubcheck, "--quiet", folder.at(file)], { encoding: "utf8" });
      expect({ file, status, said: `${stdout}${stderr}` }).toEqual({ file, status: 0, said: expect.not.stringMatching(/ERROR|WARNING|FATAL/) });
    }
  });
});
