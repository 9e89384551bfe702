import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkReferences, checkRubrics, targetsOf } from "../../build/content/check.ts";
import { Problems } from "../../build/content/problems.ts";
import { readSources } from "../../build/content/sources.ts";
import { contentFile, putContent } from "../fixtures/contentTree.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const pages = new Map([["essai/carnet", 5]]);

/** Every problem of the content, as the build prints them. */
function problemsOf(changes: Record<string, string | null> = {}): string[] {
  putContent(folder, "content", changes);
  return problemsThere();
}

function problemsThere(): string[] {
  const problems = new Problems();
  const content = folder.at("content");
  const collections = readSources(content, problems);
  checkRubrics(collections, problems);
  checkReferences(content, collections, targetsOf(collections, pages), problems);
  return problems.toString().split("\n").filter(Boolean);
}

const letter = "essai/letters/2022-10.md";
const report = "essai/reports/carnet.md";
const collection = "essai/collection.yaml";

/** Problems of the letter with some words at its end, on line 13. */
const inLetter = (words: string): string[] => problemsOf({ [letter]: `${contentFile(letter)}${words}\n` });
const inReport = (words: string): string[] => problemsOf({ [report]: `${contentFile(report)}\n${words}\n` });

test("good content has no problem", () => {
  expect(problemsOf()).toEqual([]);
});

describe("a collection", () => {
  test("needs a collection.yaml", () => {
    expect(problemsOf({ [collection]: null })).toEqual([`${collection}:1: the collection has no collection.yaml`]);
  });

  test("whose collection.yaml is no YAML is named with its line, and nothing else is said of it", () => {
    expect(problemsOf({ [collection]: 'title: "Essai\nlanguage: fr\n' })).toEqual([expect.stringMatching(/^essai\/collection\.yaml:[123]: .*quote/)]);
    expect(problemsOf({ [collection]: "title: Essai\ntitle: Encore\n" })).toEqual([expect.stringMatching(/^essai\/collection\.yaml:2: .*unique/)]);
    expect(problemsOf({ [collection]: "title: *nobody\n" })).toEqual([expect.stringMatching(/^essai\/collection\.yaml:1: .*alias/)]);
    expect(problemsOf({ [collection]: "" })).toEqual([expect.stringMatching(/^essai\/collection\.yaml:1: .*expected object/)]);
  });

  test("with something missing or wrong is named with the key and its line", () => {
    expect(problemsOf({ [collection]: "description: a\nlanguage: fr\n" })).toEqual([expect.stringMatching(/^essai\/collection\.yaml:1: title: /)]);
    expect(problemsOf({ [collection]: "title: a\ndescription: a\nlanguage: de\n" })).toEqual([expect.stringMatching(/^essai\/collection\.yaml:3: language: /)]);
    expect(problemsOf({ [collection]: "title: a\ndescription: a\nlanguage: fr\nrubrics:\n  - { id: Lecture, title: b }\n" })).toEqual([expect.stringMatching(/^essai\/collection\.yaml:5: rubrics: 0: id: /)]);
    expect(problemsOf({ [collection]: `${contentFile(collection)}samples: true\n` })).toEqual([expect.stringMatching(/^essai\/collection\.yaml:8: samples: /)]);
  });

  test("titles a rubric as the other collections do", () => {
    expect(problemsOf({ "autre/collection.yaml": "title: Autre\ndescription: a\nlanguage: fr\nrubrics:\n  - { id: lecture, title: Une page }\n" })).toEqual([
      'essai/collection.yaml:1: the rubric "lecture" is titled "Une page" elsewhere, "Une lecture" here',
    ]);
  });

  test("names its files so that they can be ids, each once", () => {
    expect(problemsOf({ "essai/letters/Été 2022.md": contentFile(letter) })).toEqual([expect.stringMatching(/^essai\/letters\/Été 2022\.md:1: "essai\/Été 2022" cannot be an id/)]);
    expect(problemsOf({ "essai/letters/carnet.md": contentFile(letter), "essai/letters/Été 2022.md": null })).toContainEqual(expect.stringMatching(/^essai\/reports\/carnet\.md:1: the id essai\/carnet is that of essai\/letters\/carnet\.md too$/));
  });
});

describe("a letter", () => {
  test("with broken front matter is named with its line, and the others are still checked", () => {
    expect(problemsOf({ [letter]: "---\ntitle: Lettre\ndate: demain\n---\n", "essai/letters/2022-11.md": `${contentFile(letter)}\n## Deux {.cuisine}\n` })).toEqual([
      expect.stringMatching(/^essai\/letters\/2022-10\.md:3: date: /),
      'essai/letters/2022-11.md:14: unknown rubric "cuisine": declare it in collection.yaml',
    ]);
  });

  test("has only rubrics that are declared", () => {
    expect(inLetter("\n## Deux {.cuisine}")).toEqual([`${letter}:14: unknown rubric "cuisine": declare it in collection.yaml`]);
  });
});

describe("pictures", () => {
  test.each([
    ["![](../pictures/carre.svg)", "the picture ../pictures/carre.svg has no alt text"],
    ["![  ](../pictures/carre.svg)", "the picture ../pictures/carre.svg has no alt text"],
    ["![alt](../pictures/rond.svg)", "the picture ../pictures/rond.svg does not exist"],
    ["![alt](https://example.org/a.png)", "the picture https://example.org/a.png is not in ../pictures/"],
    ["![alt](../../autre/pictures/a.svg)", "the picture ../../autre/pictures/a.svg is not in ../pictures/"],
    ["![alt](../collection.yaml)", "the picture ../collection.yaml is not in ../pictures/"],
    ["![alt][a]\n\n[a]: ../pictures/rond.svg", "the picture ../pictures/rond.svg does not exist"],
    ["![][a]\n\n[a]: ../pictures/carre.svg", "the picture ../pictures/carre.svg has no alt text"],
  ])("%s: the reason is told", (words, reason) => {
    expect(inLetter(words)).toEqual([`${letter}:13: ${reason}`]);
    expect(inReport(words)).toContain(`${report}:33: ${reason}`);
  });

  test("may have accents in their names", () => {
    putContent(folder, "content", { "essai/pictures/carré.svg": "<svg/>", [letter]: `${contentFile(letter)}![alt](../pictures/carré.svg)\n` });
    expect(problemsThere()).toEqual([]);
  });

  test("weigh less than 500 kB", () => {
    putContent(folder, "content");
    writeFileSync(folder.at("content/essai/pictures/carre.svg"), Buffer.alloc(500_001, 32));
    expect(problemsThere()).toEqual([`${letter}:10: the picture ../pictures/carre.svg weighs over 500 kB`, `${report}:15: the picture ../pictures/carre.svg weighs over 500 kB`]);
  });
});

describe("links", () => {
  test.each([
    "relire://essai/2022-10",
    "relire://essai/2022-10#une-lecture",
    "relire://essai/2022-10#ouverture",
    "relire://essai/carnet",
    "relire://essai/carnet#p1",
    "relire://essai/carnet#p5",
    "relire://essai/film",
    "https://example.org/a?b#c",
    "mailto:ada@example.org",
  ])("to %s are good", (url) => {
    expect(inLetter(`[mots](${url}) et [encore][x]\n\n[x]: ${url}`)).toEqual([]);
  });

  test.each([
    "relire://essai/2022-11",
    "relire://essai/2022-10#un-atelier",
    "relire://essai/carnet#p0",
    "relire://essai/carnet#p6",
    "relire://essai/carnet#p1.5",
    "relire://essai/carnet#p01",
    "relire://essai/carnet#debut",
    "relire://essai/2022-10#p1",
    "relire://autre/film",
    "relire://essai",
    "relire://%",
    "relire://",
  ])("to %s are dead", (url) => {
    expect(inLetter(`[mots](${url})`)).toEqual([`${letter}:13: dead link: ${url}`]);
    expect(inLetter(`[mots][x]\n\n[x]: ${url}`)).toEqual([`${letter}:13: dead link: ${url}`]);
  });

  test.each(["http://example.org", "ftp://example.org", "javascript:alert(1)", "file:///etc/passwd", "//example.org", "2022-11.md", "https://", "relire:essai/carnet"])("to %s are refused", (url) => {
    expect(inLetter(`[mots](${url})`)).toEqual([`${letter}:13: the link ${url} is neither relire:// nor https://`]);
  });

  test("to a heading lead to one of the same report, and never from a letter", () => {
    expect(inReport("[mots](#debut), [fin](#fin)")).toEqual([]);
    expect(inReport("[mots](#milieu)")).toEqual([`${report}:33: dead link: no heading here has the id #milieu`]);
    expect(inLetter("[mots](#une-lecture)")).toEqual([`${letter}:13: dead link: no heading here has the id #une-lecture`]);
  });

  test("are checked wherever they stand", () => {
    expect(inLetter("> - **[mots](relire://essai/a)**[^1]\n\n[^1]: [note](relire://essai/b)\n\n| [c](relire://essai/c) |\n|---|")).toEqual([
      `${letter}:13: dead link: relire://essai/a`,
      `${letter}:15: dead link: relire://essai/b`,
      `${letter}:17: dead link: relire://essai/c`,
    ]);
  });
});

test("HTML is refused, as a block and in a line", () => {
  expect(inLetter("<div>bloc</div>\n\nUne <b>ligne</b>.")).toEqual([
    `${letter}:13: HTML is not shown: write it in Markdown`,
    `${letter}:15: HTML is not shown: write it in Markdown`,
    `${letter}:15: HTML is not shown: write it in Markdown`,
  ]);
});

test("several problems come together, each with its file and line", () => {
  expect(
    problemsOf({
      [letter]: `${contentFile(letter)}[a](relire://essai/a)\n\n## Deux {.cuisine}\n\n![](../pictures/rond.svg)\n`,
      [report]: contentFile(report).replace("authors: [Ada]\n", ""),
    }).map((line) => line.split(" ")[0]),
  ).toEqual([`${report}:2:`, `${letter}:15:`, `${letter}:13:`, `${letter}:17:`, `${letter}:17:`]);
});
