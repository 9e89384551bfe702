import type { Heading } from "mdast";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { FileProblem, readHeading, readYaml } from "../../../archive/store/markdownFile.ts";
import { parseMarkdown } from "../../../archive/text/hypertext.ts";

const heading = (markdown: string) => readHeading(parseMarkdown(markdown).children[0] as Heading);

describe("readHeading", () => {
  test.each([
    ["## Une lecture", { title: "Une lecture", id: "une-lecture", class: null }],
    ["## Une lecture {.lecture}", { title: "Une lecture", id: "une-lecture", class: "lecture" }],
    ["## Titre {#ici .lecture}", { title: "Titre", id: "ici", class: "lecture" }],
    ["## Titre {.lecture #ici}", { title: "Titre", id: "ici", class: "lecture" }],
    ["## Titre   { #ici   .lecture }  ", { title: "Titre", id: "ici", class: "lecture" }],
    ["## Titre{#ici}", { title: "Titre", id: "ici", class: null }],
    ["## *Titre* en `code` {#ici}", { title: "Titre en code", id: "ici", class: null }],
    ["## Œuvre à l’écran", { title: "Œuvre à l’écran", id: "oeuvre-a-l-ecran", class: null }],
    ["Titre souligné {#ici}\n---", { title: "Titre souligné", id: "ici", class: null }],
    ["## 🍂", { title: "🍂", id: "", class: null }],
  ])("reads %j", (markdown, read) => {
    expect(heading(markdown)).toEqual(read);
  });

  test.each(["## Les {accolades} restent", "## Une ouverte {#ici", "## Une vide {}", "## Un mot {ici}", "## {#ici} devant"])("leaves braces that are no attributes in the title: %s", (markdown) => {
    expect(heading(markdown)).toMatchObject({ title: markdown.slice(3), class: null });
  });
});

describe("readYaml", () => {
  const schema = z.strictObject({ title: z.string(), list: z.array(z.strictObject({ id: z.string() })).default([]) });
  const problem = (text: string, before = 0): string => {
    try {
      readYaml(text, schema, before);
    } catch (error) {
      if (error instanceof FileProblem) return `${error.line}: ${error.message}`;
      throw error;
    }
    throw new Error("accepted");
  };

  test("gives what the schema makes of it", () => {
    expect(readYaml("title: A", schema)).toEqual({ title: "A", list: [] });
  });

  test("names the key that does not fit, and its line", () => {
    expect(problem("title: A\nlist:\n  - id: a\n  - id: [b]")).toMatch(/^4: list: 1: id: .*string/);
    expect(problem("title: A\n\n# a comment\ncolour: red")).toMatch(/^4: colour: .*nrecognized/);
    expect(problem("list:\n  - id: a\n    name: b\ntitle: A")).toMatch(/^3: list: 0: name: /);
  });

  test("names what is missing, on the first line", () => {
    expect(problem("list: []")).toMatch(/^1: title: /);
  });

  test("counts the lines before it", () => {
    expect(problem("title: A\ncolour: red", 1)).toMatch(/^3: colour/);
    expect(problem("title: [", 1)).toMatch(/^2: /);
  });

  test("refuses two documents in one, and a text that is none", () => {
    expect(problem("title: A\n---\ntitle: B")).toMatch(/^[12]: /);
    expect(problem("\0")).toMatch(/^1: /);
    expect(problem("")).toMatch(/^1: /);
  });
});
