import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SearchTerm } from "../../../archive/model.ts";
import { marks } from "../../../archive/text/marks.ts";
import { indexTerms, searchTerm, wholeWords } from "../../../archive/text/terms.ts";
import { words } from "../../../archive/text/words.ts";
import { anyText } from "./anyText.ts";

const wanted = (typed: string, prefix = false, fuzzy = 0): SearchTerm[] => wholeWords(typed).map((word) => searchTerm(word, prefix, fuzzy));
const marked = (text: string, terms: readonly SearchTerm[]) => marks(text, terms).map(([from, to]) => text.slice(from, to));

describe("what is typed and what is found", () => {
  test.each([
    ["militantes", "Les militant·e·s sont là", ["militant·e·s"]],
    ["economie", "de l’économie", ["économie"]],
    ["coeur", "au cœur", ["cœur"]],
    ["usagere", "un usager", ["usager"]],
    ["usager·es", "des usagers et une usagère, usager-e-s", ["usagers", "usagère", "usager-e-s"]],
    ["acteur·rice·s", "une actrice, des acteurs, acteur·trice·s", ["actrice", "acteurs", "acteur·trice·s"]],
    ["mutualisation", "Mutualisons ! La mutuali-\nsation", ["Mutualisons", "mutuali-\nsation"]],
    ["rendez-vous", "un rendez-vous, des rendezvous", ["rendez-vous", "rendezvous"]],
    ["email", "par e-mail ou par émail", ["e-mail", "émail"]],
    ["vous", "un rendez-vous", ["vous"]],
    ["iel", "iels disent qu’elle", ["iels", "elle"]],
    ["2022", "en 2022, en 2021", ["2022"]],
  ])("%j finds its like in %j", (typed, text, found) => {
    expect(marked(text, wanted(typed))).toEqual(found);
  });

  test("the word being typed is found as the beginning of another", () => {
    expect(marked("militantisme, milité, émilie", wanted("milit", true))).toEqual(["militantisme", "milité"]);
    expect(marked("un rendez-vous", wanted("rendez-v", true))).toEqual(["rendez-vous"]);
  });

  test("typing errors are forgiven where asked, but not beside the word itself", () => {
    expect(marked("la mutualisation", wanted("mutulaisation", false, 2))).toEqual(["mutualisation"]);
    expect(marked("la mutualisation", wanted("mutulaisation"))).toEqual([]);
    expect(marked("une maison, une raison", wanted("maison", false, 1))).toEqual(["maison"]);
    expect(marked("une raison", wanted("maison", false, 1))).toEqual(["raison"]);
  });

  test("only the term is compared when nothing more is asked for", () => {
    expect(marked("usager, usagers", [{ term: "usager", prefix: false }])).toEqual(["usager"]);
  });

  test("a word of several parts is wanted as a whole", () => {
    expect(wanted("le rendez-vous d’usager·es").map(({ term }) => term)).toEqual(["le", "rendezvous", "usageres"]);
  });
});

describe("whatever the text", () => {
  test("every form and stem indexed is found again, and marked", () => {
    fc.assert(fc.property(anyText, (text) => {
      const { surface, stems } = indexTerms(text);
      expect(surface.filter((term) => marks(text, [{ term, prefix: false }]).length === 0)).toEqual([]);
      expect(stems.filter((stem) => marks(text, [{ term: "", prefix: false, stems: [stem] }]).length === 0)).toEqual([]);
    }), { numRuns: 1000 });
  });

  test("each of its words finds itself", () => {
    fc.assert(fc.property(anyText, (text) => {
      const alone = words(text).filter(({ from, to }) => wanted(text.slice(from, to)).length === 1);
      const lost = alone.filter(({ from, to }) => !marks(text, wanted(text.slice(from, to))).some(([start, end]) => start <= from && to <= end));
      expect(lost).toEqual([]);
    }), { numRuns: 1000 });
  });

  test("marks never overlap, lie in order, and begin and end where words do", () => {
    fc.assert(fc.property(anyText, anyText, fc.boolean(), fc.nat({ max: 2 }), (text, typed, prefix, fuzzy) => {
      const all = words(text);
      const [starts, ends] = [new Set(all.map(({ from }) => from)), new Set(all.map(({ to }) => to))];
      let end = -1;
      for (const [from, to] of marks(text, wanted(`${typed} ${text.slice(0, 10)}`, prefix, fuzzy))) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(starts.has(from) && ends.has(to)).toBe(true);
        end = to;
      }
    }), { numRuns: 1000 });
  });
});
