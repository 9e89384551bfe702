import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hypertext, Letter } from "../../../archive/model.ts";
import { parseLetter } from "../../../archive/store/letterFile.ts";

const frontMatter = "---\ntitle: Lettre d’essai\ndate: 2022-10\nauthors: [Ada, Lou]\n---\n";

function letter(body: string, before = frontMatter): Letter {
  const answer = parseLetter(`${before}\n${body}\n`, "essai/2022-10");
  if (!answer.ok) throw new Error(answer.failure.detail);
  return answer.value;
}

/** What is said to be wrong: `line N: reason`. */
function wrong(markdown: string): string {
  const answer = parseLetter(markdown, "essai/2022-10");
  if (answer.ok) throw new Error("the letter was accepted");
  expect(answer.failure).toMatchObject({ code: "letter-damaged", subject: "essai/2022-10" });
  return answer.failure.detail ?? "";
}

const wrongFrontMatter = (lines: string): string => wrong(`---\n${lines}\n---\n\n## Une lecture\n\nTexte.\n`);
const wrongBody = (body: string): string => wrong(`${frontMatter}\n${body}\n`);

describe("the front matter of a letter", () => {
  test("gives title, date and authors", () => {
    const { head } = letter("## Une lecture {.lecture}\n\nTexte.");
    expect(head).toEqual({
      kind: "letter",
      id: "essai/2022-10",
      collection: "essai",
      title: "Lettre d’essai",
      date: "2022-10",
      authors: ["Ada", "Lou"],
      sections: [{ id: "une-lecture", title: "Une lecture", rubric: "lecture" }],
    });
  });

  test.each([
    ["2022", "a bare year, which YAML reads as a number"],
    ["2022-10", "a month"],
    ["2023-03-15", "a day, which YAML 1.1 would read as a date"],
    ['"2023-03-15"', "a quoted day"],
    ["2024-02-29", "the 29th of February of a leap year"],
  ])("keeps the date %s as it is written: %s", (date) => {
    expect(letter("", `---\ntitle: A\ndate: ${date}\n---\n`).head.date).toBe(date.replaceAll('"', ""));
  });

  test.each(["2022-13", "2022-00", "2022-10-32", "2023-02-31", "2023-02-29", "octobre 2022", "22-10", "2022-1", "2022-10-5", "true", "[2022]", "20221"])(
    "refuses the date %s, on its line",
    (date) => {
      expect(wrongFrontMatter(`title: A\nauthors: []\ndate: ${date}`)).toMatch(/^line 4: date: .+/);
    },
  );

  test("says so when it is missing", () => {
    expect(wrong("## Une lecture\n\nTexte.\n")).toBe("line 1: the file does not begin with front matter between two lines of ---");
    expect(wrong("")).toMatch(/^line 1: .*front matter/);
    expect(wrong("\n---\ntitle: A\ndate: 2022\n---\n")).toMatch(/^line 1: .*front matter/);
    expect(wrong("---\ntitle: A\ndate: 2022\n\n## never closed\n")).toMatch(/^line 1: .*front matter/);
  });

  test("says where it stops being YAML", () => {
    expect(wrongFrontMatter("title: A\nauthors: [Ada\ndate: 2022")).toMatch(/^line [34]: /);
    expect(wrongFrontMatter("title: A\ndate: 2022\ntitle: B")).toMatch(/^line 4: .*unique/);
    expect(wrongFrontMatter('title: "A')).toMatch(/^line [23]: .*quote/);
  });

  test("refuses an alias that leads nowhere, and an alias bomb", () => {
    expect(wrongFrontMatter("title: *nobody\ndate: 2022")).toContain("alias");
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x,x]", ..."bcdef".split("").map((name, index) => `${name}: &${name} [${`*${"abcdef"[index]},`.repeat(10)}]`)];
    expect(wrongFrontMatter(bomb.join("\n"))).toContain("alias");
  });

  test("refuses a key it does not know, on its line", () => {
    expect(wrongFrontMatter("title: A\ndate: 2022\nsubject: B")).toMatch(/^line 4: subject: /);
  });

  test("refuses a key with a line's end in it, in one line", () => {
    expect(wrongFrontMatter("title: A\ndate: 2022\n\r[^1]: ")).toMatch(/^line 4: .*\[\^1\]: .*$/);
  });

  test("refuses a missing title, an empty one, and authors that are no list", () => {
    expect(wrongFrontMatter("date: 2022")).toMatch(/^line 2: title: /);
    expect(wrongFrontMatter('date: 2022\ntitle: ""')).toMatch(/^line 3: title: /);
    expect(wrongFrontMatter("title: A\ndate: 2022\nauthors: Ada")).toMatch(/^line 4: authors: /);
    expect(wrongFrontMatter("title: A\ndate: 2022\nauthors:\n  - Ada\n  - 3")).toMatch(/^line 6: authors: 1: /);
  });

  test.each(["", "just words", "- a\n- list", "42"])("refuses front matter that is no mapping: %j", (lines) => {
    expect(wrongFrontMatter(lines)).toMatch(/^line 2: .*expected object/);
  });
});

describe("the sections of a letter", () => {
  test("stand in order, each with its words; what comes before them is the opening", () => {
    const { opening, sections } = letter("Bonjour,\n\nvoici.\n\n## Une lecture {.lecture}\n\nUn livre.\n\n### Plus loin\n\nSuite.\n\n## Sans rubrique\n\nFin.");
    expect(opening?.text).toBe("Bonjour,\nvoici.");
    expect(sections.map(({ id, title, rubric, text }) => ({ id, title, rubric, text }))).toEqual([
      { id: "une-lecture", title: "Une lecture", rubric: "lecture", text: "Un livre.\nPlus loin\nSuite." },
      { id: "sans-rubrique", title: "Sans rubrique", rubric: null, text: "Fin." },
    ]);
  });

  test("may be absent: the whole letter is then its opening, or nothing", () => {
    expect(letter("Bonjour.")).toMatchObject({ opening: { text: "Bonjour." }, sections: [] });
    expect(letter("")).toMatchObject({ opening: null, sections: [] });
  });

  test("take their id and rubric from the heading's attributes, in any order", () => {
    const { head } = letter("## Un {#premier .lecture}\n\n## Deux {.atelier #second}\n\n## Trois {#trois}\n\n## Quatre {.annonce}");
    expect(head.sections).toEqual([
      { id: "premier", title: "Un", rubric: "lecture" },
      { id: "second", title: "Deux", rubric: "atelier" },
      { id: "trois", title: "Trois", rubric: null },
      { id: "quatre", title: "Quatre", rubric: "annonce" },
    ]);
  });

  test("take their id from a title with accents, ligatures, elisions, inclusive dots and emoji", () => {
    const { head } = letter("## L’œuvre de tou·te·s 🍂\n\n## Soupe de fanes *pour* trente 🍲 {.recette}");
    expect(head.sections).toEqual([
      { id: "l-oeuvre-de-tou-te-s", title: "L’œuvre de tou·te·s 🍂", rubric: null },
      { id: "soupe-de-fanes-pour-trente", title: "Soupe de fanes pour trente 🍲", rubric: "recette" },
    ]);
  });

  test("need an id when the title is all emoji", () => {
    expect(wrongBody("Bonjour.\n\n## 🍂🍂")).toBe('line 9: the section "🍂🍂" needs an id of its own: ## Title {#id}');
    expect(letter("## 🍂🍂 {#automne}").head.sections).toEqual([{ id: "automne", title: "🍂🍂", rubric: null }]);
  });

  test("need a title", () => {
    expect(wrongBody("## {#rien}")).toMatch(/^line 7: .*title/);
    expect(wrongBody("##")).toMatch(/^line 7: .*title/);
  });

  test("refuse an id or a rubric that could not stand in a link", () => {
    expect(wrongBody("## Élan {#Élan}")).toMatch(/^line 7: "Élan" cannot be an id/);
    expect(wrongBody("## A {#a_b}")).toMatch(/^line 7: "a_b"/);
    expect(wrongBody("## A {#-a}")).toMatch(/^line 7: "-a"/);
    expect(wrongBody("## A {.Lecture}")).toMatch(/^line 7: "Lecture"/);
  });

  test("never have one id twice, given or made from the title", () => {
    expect(wrongBody("## Une lecture\n\nUn.\n\n## Deux {#une-lecture}")).toBe('line 11: two sections have the id "une-lecture"');
    expect(wrongBody("## Été\n\n## Ete")).toBe('line 9: two sections have the id "ete"');
  });

  test("leave the opening's id to the opening, so that no two passages share one", () => {
    expect(wrongBody("Bonjour.\n\n## Ouverture\n\nTexte.")).toMatch(/^line 9: the id "ouverture"/);
  });

  test("begin at # and ##, never at a heading inside a quotation or a list", () => {
    expect(letter("# Un\n\n## Deux\n\n> ## Trois\n\n- ## Quatre\n\n```\n## Cinq\n```").head.sections.map(({ title }) => title)).toEqual(["Un", "Deux"]);
  });

  test("list the pictures that are shown, the opening's first", () => {
    const { pictures } = letter("![a](../pictures/a.svg)\n\n## Un\n\n![b](pictures/b.png \"légende\") ![c](https://example.org/c.png)\n\n![d][d]\n\n[d]: ../pictures/d.jpg");
    expect(pictures).toEqual(["pictures/a.svg", "pictures/b.png", "pictures/d.jpg"]);
  });
});

describe("the footnotes of a letter", () => {
  const notes = "Bonjour[^1].\n\n## Un\n\nTexte[^1], encore[^1].\n\n## Deux\n\nAutre[^2].\n\n## Trois\n\nRien.\n\n[^1]: Première note.\n[^2]: Seconde note.";

  test("stand in each section that cites them, and only there", () => {
    const { opening, sections } = letter(notes);
    expect(opening?.text).toContain("Première note.");
    expect(sections.map(({ text }) => [text.includes("Première"), text.includes("Seconde")])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  test("have ids that do not clash between sections, and links that lead to them", () => {
    const { opening, sections } = letter(notes);
    const parts = [opening, ...sections].flatMap((part) => (part ? [part.content] : []));
    const ids = parts.flatMap((part) => attributes(part, "id"));
    expect(ids.length).toBeGreaterThanOrEqual(6);
    expect(new Set(ids).size).toBe(ids.length);
    for (const part of parts) {
      for (const href of attributes(part, "href")) expect(attributes(part, "id")).toContain(href.slice(1));
    }
  });
});

describe("any text at all", () => {
  test("may be nested too deeply to be read", () => {
    expect(wrongBody(`${"> ".repeat(3000)}Bonjour.`)).toBe("line 1: nested too deeply");
  });

  const pieces = fc.constantFrom("---\n", "title: A\n", "date: 2022\n", "## ", "# ", "{#a .b}", "{#", "[^1]", "[^1]: ", "> ", "- ", "\n", "\n\n", "<b>", "![a](", ")", "*", "&a ", "*a", "|", "`", "é", "🍂", "\0", "\uD800", "\r");

  test("is a letter or a failure that says where, never an error", () => {
    const texts = fc.oneof(
      fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join("")),
      fc.array(fc.oneof(pieces, fc.string())).map((parts) => `---\ntitle: A\ndate: 2022\n---\n${parts.join("")}`),
      fc.array(fc.oneof(pieces, fc.string())).map((parts) => `---\ntitle: A\ndate: 2022\n${parts.join("")}\n---\n`),
    );
    fc.assert(
      fc.property(texts, (markdown) => {
        const answer = parseLetter(markdown, "essai/2022-10");
        expect(answer.ok || /^line [1-9]\d*: ./.test(answer.failure.detail ?? "")).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

function attributes(content: Hypertext, name: string): string[] {
  const found: string[] = [];
  JSON.stringify(content, (key, value: unknown) => {
    if (key === name && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}
