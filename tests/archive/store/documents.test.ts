import { describe, expect, test } from "vitest";
import type { CatalogueEntry } from "../../../archive/store/catalogue.ts";
import { sha256 } from "../../../archive/store/digest.ts";
import { readDocumentBytes } from "../../../archive/store/documents.ts";
import { readLetter } from "../../../archive/store/readLetter.ts";
import { documentFile } from "../../../archive/store/layout.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const letter: CatalogueEntry = {
  head: { kind: "letter", id: "essai/2022-10", collection: "essai", title: "La lettre", date: "2022-10", authors: [], sections: [] },
  bytes: 0,
  sha256: "00".repeat(32),
  pictures: ["pictures/a.svg", "pictures/b.svg"],
};
const report: CatalogueEntry = {
  ...letter,
  head: { kind: "report", id: "essai/carnet", collection: "essai", title: "Le carnet", date: "2022", authors: [], subtitle: "", description: "", pageLabels: ["1"], outline: [] },
  pictures: [],
};

describe("documents", () => {
  test("have their files by kind", () => {
    expect(documentFile(letter.head)).toBe("letters/essai/2022-10/letter.md");
    expect(documentFile(report.head)).toBe("reports/essai/carnet/report.pdf");
  });

  test("give the bytes that stand in their files", async () => {
    folder.put("reports/essai/carnet/report.pdf", Uint8Array.of(0, 200, 10));
    expect(await readDocumentBytes(folder.path, report)).toEqual({ ok: true, value: Buffer.of(0, 200, 10) });
  });

  test("are missing by kind, with their title and file", async () => {
    expect(await readDocumentBytes(folder.path, letter)).toMatchObject({ ok: false, failure: { code: "letter-missing", subject: "essai/2022-10", title: "La lettre", file: "letters/essai/2022-10/letter.md" } });
    expect(await readDocumentBytes(folder.path, report)).toMatchObject({ ok: false, failure: { code: "report-missing", subject: "essai/carnet", title: "Le carnet", file: "reports/essai/carnet/report.pdf" } });
  });
});

describe("readLetter", () => {
  test("gives the letter of its file", async () => {
    folder.put("letters/essai/2022-10/letter.md", "---\ntitle: A\ndate: 2022-10\n---\n\n## Une lecture\n\nTexte.\n");
    expect(await readLetter(folder.path, letter)).toMatchObject({ ok: true, value: { head: { id: "essai/2022-10", title: "A" }, sections: [{ text: "Texte." }] } });
  });

  test("says what is wrong in it, with the title by which it is known", async () => {
    folder.put("letters/essai/2022-10/letter.md", "no front matter");
    expect(await readLetter(folder.path, letter)).toMatchObject({
      ok: false,
      failure: { code: "letter-damaged", subject: "essai/2022-10", title: "La lettre", file: "letters/essai/2022-10/letter.md", detail: expect.stringMatching(/^line 1: /) },
    });
  });

  test("reads bytes that are no UTF-8 without giving up", async () => {
    folder.put("letters/essai/2022-10/letter.md", Buffer.from("---\ntitle: Été\ndate: 2022-10\n---\n\n## Une lecture\n\nÉté.\n", "latin1"));
    expect(await readLetter(folder.path, letter)).toMatchObject({ ok: true, value: { sections: [{ text: "\uFFFDt\uFFFD." }] } });
  });
});

test("sha256 is that of FIPS 180-4", () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256(new Uint8Array())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});
