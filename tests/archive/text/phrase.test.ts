import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPhrase } from "../../../archive/text/phrase.ts";
import { words } from "../../../archive/text/words.ts";
import { anyText } from "./anyText.ts";

const found = (text: string, phrase: string) => findPhrase(words(text), words(phrase)).map(([from, to]) => text.slice(from, to));

describe("a quoted phrase", () => {
  test.each([
    ["Le geek de service répare.", "geek de service", ["geek de service"]],
    ["Le geek, de service !", "GEEK DE SERVICE", ["geek, de service"]],
    ["Le geek du service.", "geek de service", []],
    ["le service du geek", "geek service", []],
    ["L’éducation populaire, l'education populaire", "éducation populaire", ["éducation populaire", "education populaire"]],
    ["L’éducation populaire", "l’education populaire", ["éducation populaire"]],
    ["un rendez-vous important", "rendez vous important", ["rendez-vous important"]],
    ["un rendez-vous important", "rendez-vous important", ["rendez-vous important"]],
    ["un rendez-vous important", "un rendezvous", ["un rendez-vous"]],
    ["la mutuali-\nsation des moyens", "la mutualisation des moyens", ["la mutuali-\nsation des moyens"]],
    ["pour les usager·es du train", "les usagères du train", ["les usager·es du train"]],
    ["pour les usagers du train", "les usager·es du train", ["les usagers du train"]],
    ["un socio-écono-\nmique débat", "économique débat", ["écono-\nmique débat"]],
    ["a a a a", "a a", ["a a", "a a"]],
    ["quelques mots", "", []],
    ["", "mots", []],
  ])("is looked for in %j: %j", (text, phrase, places) => {
    expect(found(text, phrase)).toEqual(places);
  });

  test("plurals and typing errors are not the phrase", () => {
    expect(found("des geeks de service", "geek de service")).toEqual([]);
  });

  test("any stretch of a text's words is found in it", () => {
    fc.assert(fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const all = words(text);
      fc.pre(all.length > 0);
      const [first, last] = [all[Math.min(a % all.length, b % all.length)]!, all[Math.max(a % all.length, b % all.length)]!];
      const stretch = all.filter(({ from, to }) => from >= first.from && to <= Math.max(first.to, last.to)).slice(0, 50);
      expect(findPhrase(all, stretch).length).toBeGreaterThan(0);
    }), { numRuns: 1000 });
  });

  test("places never overlap, whatever the text and the phrase", () => {
    fc.assert(fc.property(anyText, anyText, (text, phrase) => {
      let end = 0;
      for (const [from, to] of findPhrase(words(`${text} ${phrase} ${text}`), words(phrase))) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
    }), { numRuns: 1000 });
  });

  test("is nowhere in a text where it nearly stands everywhere", () => {
    expect(found("a-b ".repeat(100), `${"a-b ".repeat(15)}fin`)).toEqual([]);
  });

  test("is told by its beginning when it is a whole page", () => {
    const page = "un mot puis un autre ".repeat(2000);
    expect(found(page, page)).not.toEqual([]);
  });
});
