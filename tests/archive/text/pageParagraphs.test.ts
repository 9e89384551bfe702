/** A page's lines made paragraphs: nothing is lost, and what is no line of prose stays apart. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { pageParagraphs } from "../../../archive/text/pageParagraphs.ts";

test("lines of prose go together; headings, items and cells stay apart", () => {
  const page = "Trois chemins\nOn peut le lire d’une traite, comme on lit un guide avant un voyage, ou bien en ouvrir\nUne page, le matin. Les points à surveiller, c’est-à-\ndire ceux où l’on trébuche, sont des répa-\nrations.\n– Les cases se cochent.\n– Les liens mènent ailleurs.\nDix minutes\nUne heure";
  expect(pageParagraphs(page)).toEqual([
    "Trois chemins",
    "On peut le lire d’une traite, comme on lit un guide avant un voyage, ou bien en ouvrir Une page, le matin. Les points à surveiller, c’est-à-dire ceux où l’on trébuche, sont des réparations.",
    "– Les cases se cochent.",
    "– Les liens mènent ailleurs.",
    "Dix minutes",
    "Une heure",
  ]);
});

test("no letter is lost or added", () => {
  const bare = (text: string): string => text.replace(/[\s\u00AD\u2010-]+/gu, "");
  const page = fc.array(fc.stringMatching(/^[ a-zA-Zé.,’»–-]{0,30}$/), { maxLength: 12 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(page, (text) => {
      expect(bare(pageParagraphs(text).join("\n"))).toBe(bare(text));
    }),
  );
});
