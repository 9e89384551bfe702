/** The library from a terminal: import, remove, restore, verify, reindex, as processes of their own. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { runCli } from "../fixtures/runCli.ts";
import { letterText } from "../fixtures/library.ts";
import { makePdf } from "../fixtures/makePdf.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

/** The shape that other programs rely on, written out a second time on purpose. */
const report = z.strictObject({
  added: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  items: z.array(
    z.strictObject({
      file: z.string(),
      status: z.enum(["added", "unchanged", "failed"]),
      document: z.string().nullable(),
      kind: z.enum(["letter", "report"]).nullable(),
      collection: z.string().nullable(),
      title: z.string().nullable(),
      date: z.string().nullable(),
      sections: z.array(z.strictObject({ id: z.string(), title: z.string(), rubric: z.string().nullable() })),
      pages: z.int().nullable(),
      warnings: z.array(z.strictObject({ code: z.string(), message: z.string().min(1) })),
      error: z.strictObject({ code: z.string(), message: z.string().min(1) }).nullable(),
    }),
  ),
});

const relire = (...args: string[]) => runCli([...args, "--library", folder.at("library")], { cwd: folder.path, caller: folder.path });

function importJson(...args: string[]) {
  const { code, out, err } = relire("import", ...args, "--json");
  return { code, err, report: report.parse(JSON.parse(out)) };
}

describe("relire import", () => {
  test("--json tells what became of each file, and fails when one does", () => {
    folder.put("in/lettre.md", letterText());
    folder.put("in/rapport.pdf", makePdf([{ lines: ["Une page"] }, { lines: ["Une autre"] }]));
    folder.put("in/vide.txt", "");
    const { code, err, report: first } = importJson("in", "--collection", "essai");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(first).toMatchObject({ added: 2, unchanged: 0, failed: 1 });
    expect(first.items).toMatchObject([
      { file: expect.stringMatching(/in\/lettre\.md$/), status: "added", kind: "letter", collection: "essai", title: "La lettre", date: "2023-05", pages: null, error: null, sections: [{ id: "la-soupe", title: "La soupe", rubric: null }, { id: "reparer" }] },
      { file: expect.stringMatching(/in\/rapport\.pdf$/), status: "added", kind: "report", pages: 2, sections: [], error: null },
      { file: expect.stringMatching(/in\/vide\.txt$/), status: "failed", document: null, kind: null, error: { code: "file-empty", message: "“vide.txt” is empty: there is nothing to read in it." } },
    ]);
    rmSync(folder.at("in/vide.txt"));
    expect(importJson("in", "--collection", "essai")).toMatchObject({ code: 0, report: { added: 0, unchanged: 2, failed: 0, items: [{ status: "unchanged", document: first.items[0]!.document }, { status: "unchanged" }] } });
  });

  test("for people says it in lines, in the language of the terminal", () => {
    folder.put("lettre.md", letterText({ date: null }));
    const args = ["import", "lettre.md", "rien.md", "--library", folder.at("library")];
    const { code, out } = runCli(args, { cwd: folder.path, locale: "fr_FR.UTF-8" });
    expect(code).toBe(1);
    expect(out).toMatch(/^ajouté {4}lettre\.md {2}imports\/la-lettre-[0-9a-f]{8}\n {4}Aucune date n’a été trouvée\.\néchec {5}rien\.md\n {4}« rien\.md » n’existe pas[^\n]*\n1 ajouté, 0 inchangé, 1 échec\.\n$/);
  });

  test("makes a library that the other commands read", () => {
    folder.put("lettre.md", letterText());
    const { items } = importJson("lettre.md", "--date", "2019-07").report;
    const id = items[0]!.document!;
    expect(JSON.parse(relire("search", "fanes", "--json", "--no-bundled").out)).toMatchObject({ total: 1, hits: [{ document: id, date: "2019-07" }] });
    expect(JSON.parse(relire("list", "--json", "--no-bundled").out)).toMatchObject({ documents: [{ id, date: "2019-07" }] });
    expect(relire("show", id).out).toContain("On répare des grille-pain.");
  });

  test("writes to the folder of RELIRE_LIBRARY unless told otherwise, from where all commands read", () => {
    folder.put("lettre.md", letterText());
    const usual = folder.at("usual");
    expect(runCli(["import", "lettre.md"], { cwd: folder.path, library: usual })).toMatchObject({ code: 0, err: "" });
    expect(existsSync(join(usual, "catalogue.json"))).toBe(true);
    expect(JSON.parse(runCli(["search", "fanes", "--json"], { library: usual }).out)).toMatchObject({ total: 2, hits: expect.arrayContaining([expect.objectContaining({ collection: "imports" })]) });
  });

  test.each([
    [["import"], "What to import is missing"],
    [["import", "a.md", "--collection", "L’Essai"], "--collection takes an id"],
    [["import", "a.md", "--date", "mai 2023"], "--date takes a date"],
    [["list", "--date", "2023"], "Usage"],
    [["remove"], "The id of a document is missing"],
    [["verify", "more"], "Usage"],
  ])("refuses %j", (args, sentence) => {
    const { code, out, err } = relire(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^[^\n]+\.\n$/);
    expect(err).toContain(sentence);
    expect(existsSync(folder.at("library"))).toBe(false);
  });
});

describe("relire remove and restore", () => {
  test("put a document into the bin and take it out", () => {
    folder.put("lettre.md", letterText());
    const id = importJson("lettre.md").report.items[0]!.document!;
    expect(relire("remove", id)).toMatchObject({ code: 0, out: `${id} is in the bin; relire restore ${id} takes it out.\n` });
    expect(JSON.parse(relire("list", "--json", "--no-bundled").out)).toMatchObject({ documents: [] });
    expect(relire("remove", id)).toMatchObject({ code: 1, out: "", err: `The library has no document "${id}"; relire list gives the list of documents.\n` });
    expect(relire("restore", id)).toMatchObject({ code: 0 });
    expect(JSON.parse(relire("search", "fanes", "--json", "--no-bundled").out)).toMatchObject({ total: 1 });
    expect(relire("restore", id)).toMatchObject({ code: 1, err: `The bin has no document "${id}".\n` });
  });
});

describe("relire verify", () => {
  function importTwo(): { letter: string; pdf: string } {
    folder.put("in/a.md", letterText());
    folder.put("in/b.pdf", makePdf([{ lines: ["Une page"] }]));
    const [letter, pdf] = importJson("in").report.items.map(({ document }) => document!);
    return { letter: letter!, pdf: pdf! };
  }
  const findings = () => (JSON.parse(relire("verify", "--json").out) as { findings: { code: string; document: string; file: string }[] }).findings.map(({ code, file }) => [code, file]);

  test("finds nothing wrong with what was just imported, corrected, removed, restored and indexed", () => {
    const { letter, pdf } = importTwo();
    relire("remove", pdf);
    expect(relire("verify")).toMatchObject({ code: 0, out: "All is in order: 1 document.\n", err: "" });
    relire("restore", pdf);
    expect(relire("reindex")).toMatchObject({ code: 0, out: "Index remade: 3 passages.\n" });
    expect(relire("verify")).toMatchObject({ code: 0, out: "All is in order: 2 documents.\n" });
    expect(letter).toMatch(/^imports\//);
  });

  test("names every file that is missing, changed or not listed, and an index that does not read", () => {
    const { letter, pdf } = importTwo();
    relire("reindex");
    appendFileSync(folder.at(`library/letters/${letter}/letter.md`), "\nUn ornithorynque.\n");
    rmSync(folder.at(`library/letters/${letter}/original.md`));
    appendFileSync(folder.at(`library/reports/${pdf}/report.pdf`), "x");
    rmSync(folder.at(`library/reports/${pdf}/record.json`));
    mkdirSync(folder.at("library/letters/imports/inconnue"), { recursive: true });
    const sealed = readFileSync(folder.at("library/index.sealed"));
    sealed[100]! ^= 1;
    writeFileSync(folder.at("library/index.sealed"), sealed);
    expect(findings()).toEqual([
      ["file-changed", `letters/${letter}/letter.md`],
      ["part-missing", `letters/${letter}/original.md`],
      ["file-changed", `reports/${pdf}/report.pdf`],
      ["record-damaged", `reports/${pdf}/record.json`],
      ["document-unlisted", "letters/imports/inconnue"],
      ["index-damaged", "index.sealed"],
    ]);
    const { code, out } = relire("verify");
    expect(code).toBe(1);
    expect(out).toContain("\n6 findings.\n");
  });

  test("and reindex takes in what was corrected by hand", () => {
    const { letter } = importTwo();
    appendFileSync(folder.at(`library/letters/${letter}/letter.md`), "\n## L’ornithorynque {#ornithorynque}\n\nUn ornithorynque.\n");
    expect(findings()).toEqual([["file-changed", `letters/${letter}/letter.md`]]);
    expect(relire("reindex")).toMatchObject({ code: 0 });
    expect(findings()).toEqual([]);
    expect(JSON.parse(relire("search", "ornithorynque", "--json", "--no-bundled").out)).toMatchObject({ total: 1, hits: [{ passage: `${letter}#ornithorynque` }] });
  });
});
