import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt } from "../../../archive/text/excerpt.ts";
import { searchTerm, wholeWords } from "../../../archive/text/terms.ts";
import { anyText } from "./anyText.ts";

const wanted = (typed: string, fuzzy = 0) => wholeWords(typed).map((word) => searchTerm(word, false, fuzzy));
const filler = "Rien à voir ici, vraiment rien du tout. ".repeat(20);

describe("an excerpt", () => {
  test("shows the place where most terms stand together", () => {
    const { text, marks } = excerpt(`Un commun. ${filler}Les communs numériques des usager·es. ${filler}Un usager.`, wanted("communs usagers"));
    expect(text).toContain("Les communs numériques des usager·es.");
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(["communs", "usager·es"]);
    expect(text.startsWith("… ")).toBe(true);
    expect(text.endsWith("…")).toBe(true);
  });

  test("is one line, in which a word is not parted any more, its mark being on the whole of it", () => {
    const { text, marks } = excerpt("L’annuaire\nest sur service-\npublic.fr, et\nle service - public.", wanted("service-public annuaire"));
    expect(text).toBe("L’annuaire est sur service-public.fr, et le service - public.");
    expect(marks.map(([from, to]) => text.slice(from, to)).slice(0, 2)).toEqual(["annuaire", "service-public"]);
  });

  test("prefers the word itself to its other forms", () => {
    expect(excerpt(`Des militants. ${filler}Une militante. ${filler}`, wanted("militante")).text).toContain("Une militante");
  });

  test("shows the beginning when nothing is found", () => {
    expect(excerpt(filler, wanted("absent"))).toMatchObject({ text: expect.stringMatching(/^Rien à voir/) as string, marks: [] });
    expect(excerpt("", wanted("mot"))).toEqual({ text: "", marks: [] });
  });

  test("is about two lines long, cut at words, with its marks on its words, whatever the text", () => {
    fc.assert(fc.property(fc.array(anyText, { maxLength: 12 }), fc.nat(), (parts, seed) => {
      const text = parts.join(" ");
      const terms = wanted(parts[seed % Math.max(parts.length, 1)] ?? "", 1);
      const shown = excerpt(text, terms);
      expect(shown.text.length).toBeLessThanOrEqual(180 + 3);
      let end = 0;
      for (const [from, to] of shown.marks) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(shown.text.length);
        end = to;
      }
    }), { numRuns: 1000 });
  });

  test("shows every word of the place where they stand together, however far apart and wherever sentences begin", () => {
    const between = fc.array(fc.constantFrom("alors", "que.", "rien", "!", "n’indique", "ici", "\n", "encore"), { minLength: 0, maxLength: 12 });
    fc.assert(fc.property(between, between, between, (before, first, second) => {
      const apart = [first, second].map((words) => words.join(" "));
      fc.pre(apart.join("").length < 100);
      const text = `${filler}${before.join(" ")} communs ${apart[0] ?? ""} usagers ${apart[1] ?? ""} numérique, ${filler}`;
      const shown = excerpt(text, wanted("communs usagers numérique"));
      expect(shown.marks.map(([from, to]) => shown.text.slice(from, to))).toEqual(["communs", "usagers", "numérique"]);
    }), { numRuns: 1000 });
  });
});
