import { appendFileSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { words } from "../../archive/text/words.ts";
import { copyArchive, projectFolder } from "../fixtures/built.ts";
import { runCli } from "../fixtures/runCli.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const answers = new Map<string, string>();

/** The answer on standard output, asked for once; nothing may be said on standard error. */
function answer(...args: string[]): string {
  const known = answers.get(JSON.stringify(args));
  if (known !== undefined) return known;
  const { code, out, err } = runCli(args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  if (!args.includes("--library")) answers.set(JSON.stringify(args), out);
  return out;
}

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** The shapes that other programs rely on, written out a second time on purpose. */
const results = z.strictObject({
  query: z.string(),
  took_ms: z.number().min(0),
  total: z.int(),
  suggestion: z.string().nullable(),
  hits: z.array(
    z.strictObject({
      passage: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+#[a-z0-9-]+$/),
      kind: z.enum(["section", "page"]),
      document: z.string(),
      collection: z.string(),
      title: z.string(),
      heading: z.string(),
      rubric: z.string().nullable(),
      date,
      page: z.int().min(1).nullable(),
      pageLabel: z.string().nullable(),
      score: z.number().positive(),
      excerpt: z.string(),
      marks: z.array(z.tuple([z.int().min(0), z.int().min(1)])),
    }),
  ),
});
const list = z.strictObject({
  collections: z.array(z.strictObject({ id: z.string(), title: z.string(), sample: z.boolean() })),
  documents: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["letter", "report"]),
      collection: z.string(),
      title: z.string(),
      date,
      sections: z.array(z.strictObject({ id: z.string(), title: z.string(), rubric: z.string().nullable() })),
      pages: z.int().min(1).nullable(),
    }),
  ),
});

const search = (...args: string[]) => results.parse(JSON.parse(answer("search", ...args, "--json")));

describe("relire list", () => {
  test("--json keeps its shape", () => {
    const { collections, documents } = list.parse(JSON.parse(answer("list", "--json")));
    expect(collections).toEqual([
      { id: "la-derivation", title: "La Dérivation", sample: false },
      { id: "les-passerelles", title: "Les Passerelles", sample: true },
    ]);
    expect(documents.find(({ id }) => id === "la-derivation/2022-10")).toEqual({
      id: "la-derivation/2022-10",
      kind: "letter",
      collection: "la-derivation",
      title: "Lettre d’informations",
      date: "2022-10",
      sections: ["compte-rendu", "lecture", "analyse", "atelier", "annonce"].map((rubric) => ({
        id: `un${["lecture", "analyse", "annonce"].includes(rubric) ? "e" : ""}-${rubric}`,
        title: `Un${["lecture", "analyse", "annonce"].includes(rubric) ? "e" : ""} ${rubric}`,
        rubric,
      })),
      pages: null,
    });
    for (const { kind, sections, pages } of documents) expect([sections.length > 0, pages !== null]).toEqual([kind === "letter", kind === "report"]);
  });

  test("for people names every document under its collection, and marks the sample", () => {
    const out = answer("list");
    expect(out).toContain("La Dérivation\n  la-derivation/2022-10  2022-10  Lettre d’informations\n");
    expect(out).toContain("Les Passerelles (sample)\n");
    expect(out.split("\n").filter((line) => line.startsWith("  "))).toHaveLength(list.parse(JSON.parse(answer("list", "--json"))).documents.length);
  });
});

describe("relire show", () => {
  test("gives a letter, its sections in order", () => {
    const out = answer("show", "la-derivation/2022-10");
    expect(out).toMatch(/^Lettre d’informations, 2022-10\n/);
    const places = ["\nUn compte-rendu\n", "\nUne lecture\n", "\nUne analyse\n", "\nUn atelier\n", "\nUne annonce\n"].map((title) => out.indexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test("gives a report, page by page", () => {
    const out = answer("show", "la-derivation/mutualisons-2022");
    expect(out).toMatch(/^« Mutualisons ! », 2022-07\n/);
    expect(out).toMatch(/\npage ii\n[^]*\npage 1\n[^]*\npage 17\n/);
  });

  test("gives a section, and a page", () => {
    expect(answer("show", "la-derivation/2022-10#une-analyse")).toMatch(/^Une analyse\n\n[^]*« geek de service »/);
    expect(answer("show", "la-derivation/mutualisons-2022#p21")).toMatch(/^page 17\n\n[^]*geek de service/);
  });
});

describe("relire search", () => {
  test("--json keeps its shape, for sections and for pages", () => {
    const { query, total, hits, suggestion } = search("geek de service");
    expect({ query, suggestion }).toEqual({ query: "geek de service", suggestion: null });
    expect(total).toBe(hits.length);
    expect(hits.find(({ passage }) => passage === "la-derivation/2022-10#une-analyse")).toMatchObject({
      kind: "section",
      document: "la-derivation/2022-10",
      collection: "la-derivation",
      title: "Lettre d’informations",
      heading: "Une analyse",
      rubric: "analyse",
      date: "2022-10",
      page: null,
      pageLabel: null,
    });
    expect(hits.find(({ passage }) => passage === "la-derivation/mutualisons-2022#p21")).toMatchObject({ kind: "page", heading: "17", rubric: null, date: "2022-07", page: 21, pageLabel: "17" });
  });

  test.each(["geek de service", "l’enquete sur les mutualis"])("marks whole words of the excerpt, for %s", (query) => {
    const { hits } = search(query);
    expect(hits.length).toBeGreaterThan(0);
    for (const { excerpt, marks } of hits) {
      const bounds = words(excerpt).map(({ from, to }) => `${from}-${to}`);
      let end = 0;
      for (const [from, to] of marks) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(bounds).toContain(`${from}-${to}`);
        end = to;
      }
    }
    expect(hits.some(({ marks }) => marks.length > 0)).toBe(true);
  });

  test("gives the best first, and no more than --limit of them", () => {
    const all = search("numérique");
    const scores = all.hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores).toHaveLength(20);
    const few = search("numérique", "--limit", "3");
    expect(few.hits).toEqual(all.hits.slice(0, 3));
    expect(few.total).toBe(all.total);
    expect(search("numérique", "--limit=1000").hits).toHaveLength(all.total);
  });

  test("takes several words without quotation marks for one query", () => {
    expect(search("geek", "de", "service").query).toBe("geek de service");
  });

  test("answers even when nothing is found", () => {
    expect(search("zzzzzz")).toMatchObject({ query: "zzzzzz", total: 0, hits: [] });
    expect(answer("search", "zzzzzz")).toBe('No passage answers "zzzzzz".\n');
  });

  test("for people says how many, under each document the passages and where they stand", () => {
    const out = answer("search", "geek de service", "--limit", "2");
    expect(out).toMatch(/^\d+ passages, of which the first 2\.\n/);
    expect(out).toContain("\n  la-derivation/mutualisons-2022#p21\n    page 17: ");
  });
});

describe("--library and --no-bundled", () => {
  function putLibrary(): void {
    const head = { kind: "letter", id: "essai/2024-01", collection: "essai", title: "Lettre", date: "2024-01", authors: [], sections: [] };
    const collection = { id: "essai", title: "Essai", description: "", language: "fr", sample: false, elsewhere: [] };
    folder.put("library/catalogue.json", JSON.stringify({ format: 1, collections: [collection], rubrics: [], documents: [{ head, bytes: 0, sha256: "00".repeat(32), pictures: [] }] }));
    folder.put("library/letters/essai/2024-01/letter.md", "---\ntitle: Lettre\ndate: 2024-01\n---\n\n## Un essai\n\nUn ornithorynque, geek de service.\n");
  }

  test("add a folder, and leave the bundled archive out", () => {
    putLibrary();
    expect(search("ornithorynque", "--library", folder.at("library")).hits.map(({ passage }) => passage)).toEqual(["essai/2024-01#un-essai"]);
    expect(search("geek de service", "--library", folder.at("library")).hits.map(({ collection }) => collection)).toEqual(expect.arrayContaining(["essai", "la-derivation"]));
    expect(search("geek de service", "--no-bundled", "--library", folder.at("library")).hits.map(({ passage }) => passage)).toEqual(["essai/2024-01#un-essai"]);
    expect(list.parse(JSON.parse(answer("list", "--json", "--no-bundled")))).toEqual({ collections: [], documents: [] });
  });

  test("take a folder relative to where the person is, also when npm moved away from there", () => {
    putLibrary();
    for (const where of [{ cwd: folder.path }, { cwd: projectFolder, caller: folder.path }]) {
      expect(JSON.parse(runCli(["search", "ornithorynque", "--json", "--library", "library"], where).out)).toMatchObject({ total: 1 });
    }
  });

  test("say what is wrong in a folder on standard error, and answer all the same", () => {
    copyArchive(folder.at("library"));
    rmSync(folder.at("library/index.sealed"));
    rmSync(folder.at("library/letters/les-passerelles/2023-01/pictures/lettre-soupe.svg"));
    const { code, out, err } = runCli(["search", "geek de service", "--json", "--no-bundled", "--library", folder.at("library")]);
    expect(code).toBe(0);
    expect(results.parse(JSON.parse(out)).total).toBe(search("geek de service").total);
    expect(err.trimEnd().split("\n")).toEqual([
      "Warning: letters/les-passerelles/2023-01/pictures/lettre-soupe.svg (picture-missing).",
      expect.stringMatching(/^Warning: index\.sealed \(index-missing: .+\)\.$/),
    ]);
  });

  test("say why a document cannot be shown", () => {
    putLibrary();
    appendFileSync(folder.at("library/letters/essai/2024-01/letter.md"), "\n## Un essai\n");
    const { code, out, err } = runCli(["show", "essai/2024-01", "--library", folder.at("library")]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain('essai/2024-01 cannot be opened (letter-damaged: line 10: two sections have the id "un-essai").\n');
  });
});

describe("wrong usage", () => {
  test.each([
    [[]],
    [["find"]],
    [["list", "extra"]],
    [["search"]],
    [["search", "   "]],
    [["search", "geek", "--limit", "0"]],
    [["search", "geek", "--limit", "-1"]],
    [["search", "geek", "--limit", "1001"]],
    [["search", "geek", "--limit", "beaucoup"]],
    [["search", "geek", "--limit"]],
    [["search", "geek", "--json=oui"]],
    [["search", "geek", "--nothing"]],
    [["list", "--library", "/nowhere/at/all"]],
    [["list", "--library", process.execPath]],
    [["show"]],
    [["show", "a", "b"]],
  ])("is told in one sentence, with exit code 2: %j", (args) => {
    const { code, out, err } = runCli(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^[^\n]+\.\n$/);
  });

  test.each(["la-derivation/2022-11", "la-derivation/mutualisons-2022#p99", "../../etc/passwd"])("an unknown id is told in one sentence, with exit code 1: %j", (id) => {
    const { code, out, err } = runCli(["show", id]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toBe(`Nothing in the archive has the id "${id}"; relire list gives the list of documents.\n`);
  });
});

describe("the language", () => {
  test.each(["fr_FR.UTF-8", "fr"])("is French under %s", (locale) => {
    expect(runCli(["search"], { locale }).err).toBe('Il manque les mots à chercher : relire search "geek de service".\n');
    expect(runCli(["show", "a/b"], { locale }).err).toMatch(/^Rien dans l’archive ne porte l’identifiant « a\/b »/);
  });

  test.each(["en_GB.UTF-8", "C", ""])("is English under %j", (locale) => {
    expect(runCli(["search"], { locale }).err).toBe('The words to search for are missing: relire search "geek de service".\n');
  });

  test("changes nothing of the JSON", () => {
    const withoutTime = (out: string) => out.replace(/"took_ms":[\d.]+/, "");
    const args = ["search", "geek de service", "--json"];
    expect(withoutTime(runCli(args, { locale: "fr_FR.UTF-8" }).out)).toBe(withoutTime(answer(...args)));
  });
});
