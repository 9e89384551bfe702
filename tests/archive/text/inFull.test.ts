import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark } from "../../../archive/model.ts";
import { inFullEdits } from "../../../archive/text/inFull.ts";
import { marks } from "../../../archive/text/marks.ts";
import { showText, shownMarks, storedRange } from "../../../archive/text/shownText.ts";
import { searchTerm } from "../../../archive/text/terms.ts";
import { words } from "../../../archive/text/words.ts";
import { anyText, plainWord } from "./anyText.ts";

const inFull = (text: string): string => showText(text, inFullEdits(text)).text;

describe("inclusive writing in full", () => {
  test.each([
    ["usager·es", "usagers et usagères"],
    ["usager·ère·s", "usagers et usagères"],
    ["un·e", "un ou une"],
    ["tou·te·s", "tous et toutes"],
    ["tous·tes", "tous et toutes"],
    ["attentif·ve", "attentif ou attentive"],
    ["acteur·rice·s", "acteurs et actrices"],
    ["utilisateur·ices", "utilisateurs et utilisatrices"],
    ["créateurices", "créateurs et créatrices"],
    ["celleux", "celles et ceux"],
    ["celles·ceux", "celles et ceux"],
    ["iels", "ils et elles"],
    ["il/elle", "il ou elle"],
    ["lecteur/lectrice", "lecteur ou lectrice"],
    ["étudiant(e)s", "étudiants et étudiantes"],
    ["étudiant-e-s", "étudiants et étudiantes"],
    ["ÉTUDIANT.E.S", "ÉTUDIANTS et ÉTUDIANTES"],
    ["complet·e", "complet ou complète"],
    ["préfet·e", "préfet ou préfète"],
    ["chargé·ée", "chargé ou chargée"],
    ["premier·ère·s", "premiers et premières"],
    ["locaux·ales", "locaux et locales"],
    ["régional·e·aux", "régionaux et régionales"],
    ["époux·se", "époux ou épouse"],
    ["maître·sse", "maître ou maîtresse"],
    ["public·que", "public ou publique"],
    ["long·ue", "long ou longue"],
    ["amis·es", "amis et amies"],
    ["surpris·es", "surpris et surprises"],
    ["élève·s", "élèves"],
  ])("%s is %s", (written, full) => {
    expect(inFull(written)).toBe(full);
    expect(inFull(`Pour ${written}, ici.`)).toBe(`Pour ${full}, ici.`);
  });

  test.each([
    ["un·e élu·e", "un élu ou une élue"],
    ["un·e nouvel·le élu·e", "un nouvel élu ou une nouvelle élue"],
    ["le·la directeur·rice", "le directeur ou la directrice"],
    ["des citoyen·ne·s engagé·e·s", "des citoyens engagés et citoyennes engagées"],
    ["les conseiller·ère·s municipal·e·aux", "les conseillers municipaux et conseillères municipales"],
    ["étudiant·e·s-chercheur·euse·s", "étudiants-chercheurs et étudiantes-chercheuses"],
  ])("words that agree are written out together: %s", (written, full) => {
    expect(inFull(written)).toBe(full);
  });

  test.each([
    ["l’usager·e", "l’usager ou l’usagère"],
    ["L’auteur·rice", "L’auteur ou l’autrice"],
    ["d’auteur·rices", "d’auteurs et d’autrices"],
    ["quelqu’un·e", "quelqu’un ou quelqu’une"],
    ["vice-président·e", "vice-président ou vice-présidente"],
  ])("what is joined to a word is said again: %s", (written, full) => {
    expect(inFull(written)).toBe(full);
  });

  test("a capital is that of a sentence, or the word’s own", () => {
    expect(inFull("Usager·es et voisin·es.")).toBe("Usagers et usagères et voisins et voisines.");
    expect(inFull("Merci. Iels viennent.")).toBe("Merci. Ils et elles viennent.");
    expect(inFull("Les Bordelais·es")).toBe("Les Bordelais et Bordelaises");
  });

  test.each(["document(s)", "peut-être", "client/serveur", "f(x)", "rendez-vous", "www.exemple.es", "étudiants·e", "sœur·s", "IEL", "col·lecció", "3.5", "dit-elle"])("%s stays as it is", (text) => {
    expect(inFullEdits(text)).toEqual([]);
  });

  test("ordinary words are never touched", () => {
    const blended = /^(?:iels?|ielles?|ellui|elleux|cellui|celleux|toustes)$|eurices?$/;
    const sentence = fc.array(plainWord.filter((word) => !blended.test(word)), { maxLength: 12 }).map((parts) => parts.join(" "));
    fc.assert(fc.property(sentence, (text) => {
      expect(inFullEdits(text)).toEqual([]);
    }), { numRuns: 1000 });
  });

  test("whatever the text, only words of several forms are touched, each whole", () => {
    fc.assert(fc.property(anyText, (text) => {
      const several = words(text).filter(({ forms }) => forms.length > 1);
      for (const { parts = [] } of inFullEdits(text)) for (const part of parts) expect(several.some(({ from, to }) => from === part.from && to === part.to)).toBe(true);
    }), { numRuns: 2000 });
  });
});

describe("marks on a text in full", () => {
  const shownFor = (text: string, ...typed: string[]): string[] => {
    const shown = showText(text, inFullEdits(text));
    return shownMarks(shown, marks(text, typed.flatMap((word) => words(word).map((each) => searchTerm(each, false))))).map(([from, to]) => shown.text.slice(from, to));
  };

  test("fall on both forms of the word that was found, and on no other", () => {
    expect(shownFor("Les usager·es du guichet", "usagère")).toEqual(["usagers", "usagères"]);
    expect(shownFor("des citoyen·ne·s engagé·e·s ici", "engagé")).toEqual(["engagés", "engagées"]);
    expect(shownFor("un·e élu·e", "élue")).toEqual(["élu", "élue"]);
    expect(shownFor("tou·te·s les habitant·es, puis le guichet", "guichet")).toEqual(["guichet"]);
    expect(shownFor("l’usager·e et l’usager", "usager")).toEqual(["usager", "usagère", "usager"]);
  });

  const text = fc.array(fc.constantFrom("usager·es", "un·e élu·e", "tou·te·s", "le", "guichet", "l’auteur·rice", "d’ici", ",", "."), { minLength: 1, maxLength: 10 }).map((parts) => parts.join(" "));

  test("of a word that is shown as stored show that word", () => {
    fc.assert(fc.property(text, (stored) => {
      const shown = showText(stored, inFullEdits(stored));
      const edited = ({ from, to }: { from: number; to: number }): boolean => shown.edits.some((edit) => from < edit.to && edit.from < to);
      for (const word of words(stored).filter((each) => !edited(each))) {
        const ranges = shownMarks(shown, [[word.from, word.to]]);
        expect(ranges.map(([from, to]) => shown.text.slice(from, to))).toEqual([stored.slice(word.from, word.to)]);
      }
    }));
  });

  test("are in order, inside the text, and lead back to what was marked", () => {
    fc.assert(fc.property(text, fc.nat(), fc.nat(), (stored, a, b) => {
      const shown = showText(stored, inFullEdits(stored));
      const range: Mark = [Math.min(a, b) % (stored.length + 1), Math.max(a, b) % (stored.length + 1)].sort((x, y) => x - y) as Mark;
      const ranges = shownMarks(shown, [range]);
      let last = 0;
      for (const [from, to] of ranges) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        last = to;
        const [storedFrom, storedTo] = storedRange(shown, from, to);
        expect(storedFrom).toBeLessThan(range[1]);
        expect(storedTo).toBeGreaterThan(range[0]);
      }
      expect(last).toBeLessThanOrEqual(shown.text.length);
    }));
  });

  test("the whole shown text stands for the whole stored one", () => {
    fc.assert(fc.property(text, (stored) => {
      const shown = showText(stored, inFullEdits(stored));
      expect(storedRange(shown, 0, shown.text.length)).toEqual([0, stored.length]);
    }));
  });
});
