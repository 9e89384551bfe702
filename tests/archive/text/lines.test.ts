import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../archive/text/fold.ts";
import { joinCutWords, pageText } from "../../../archive/text/lines.ts";
import { isLegible } from "../../../archive/text/pageBody.ts";
import { words } from "../../../archive/text/words.ts";
import { anyText } from "./anyText.ts";

const page = (text: string) => pageText([{ str: text, hasEOL: false }]).text;

describe("the text of a page", () => {
  test("is its pieces, one line of text a line of the page", () => {
    expect(pageText([{ str: "Une mutuali-", hasEOL: true }, { str: "sation", hasEOL: false }, { str: " !", hasEOL: true }])).toEqual({ text: "Une mutuali-\nsation !\n", starts: [0, 13, 19] });
  });

  test("parts what is drawn apart, once", () => {
    expect(pageText([{ str: "commun", hasEOL: false }, { str: "1", hasEOL: false, isApart: true }])).toEqual({ text: "commun 1", starts: [0, 7] });
    expect(pageText([{ str: "commun ", hasEOL: false }, { str: "1", hasEOL: false, isApart: true }]).text).toBe("commun 1");
  });

  test.each([
    ["la fr´equence d´ej`a vue", "la frequence deja vue"],
    ["connaˆıtre, ˆetre, ´Etat", "connaitre, etre, etat"],
    ["le fran¸cais, c¸a et no¨el", "le francais, ca et noel"],
    ["´ecole, `a peine, voil`a", "ecole, a peine, voila"],
    ["la fr´ equence", "la frequence"],
  ])("%j, of an old TeX font, is read %j", (text, folded) => {
    expect(fold(page(text))).toBe(fold(folded));
    expect(page(text)).toHaveLength(text.length);
  });

  test("its accents are shown on their letters, and its words are whole", () => {
    const text = page("la fr´equence");
    expect(text.normalize("NFC")).toBe("la fréquence");
    expect(words(text).map(({ term, from, to }) => [term, text.slice(from, to).normalize("NFC")])).toEqual([["la", "la"], ["frequence", "fréquence"]]);
  });

  test.each(["l´eau et l’été", "`code` en ligne", "2^a", "Un ´ seul", "déjà l´entrée"])("%j is left as it is", (text) => {
    expect(page(text)).toBe(text);
  });

  test("pieces keep their length, whatever they hold", () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyText, fc.boolean())), (all) => {
      const pieces = all.map(([str, hasEOL]) => ({ str: `${str}´e`, hasEOL }));
      const { text, starts } = pageText(pieces);
      expect(text).toHaveLength(pieces.reduce((sum, { str, hasEOL }) => sum + str.length + (hasEOL ? 1 : 0), 0));
      expect(starts).toHaveLength(pieces.length);
    }));
  });
});

describe("a text that cannot be extracted", () => {
  test.each(["Un mot", "", "   \n", "12,5 % — « œuvre »", "日本語", "Une puce \uE000 au milieu d’une phrase ordinaire"])("is not %j", (text) => {
    expect(isLegible(text)).toBe(true);
  });

  test.each(["\uE055\uE06E \uE06D\uE06F\uE074", "\u0001\u0002\u0003", "a\uFFFD\uFFFDb"])("is %j", (text) => {
    expect(isLegible(text)).toBe(false);
  });
});

describe("words cut at the ends of lines", () => {
  test("are made whole, but for a hyphen of their own", () => {
    expect(joinCutWords("La mutuali-\nsation des ren-\ndez-vous")).toBe("La mutualisation des rendez-vous");
    expect(joinCutWords("un savoir-faire ; leur savoir-\nfaire")).toBe("un savoir-faire ; leur savoir-faire");
    expect(joinCutWords("de 10-\n20, puis\u00AD\nque, Jean-\nPaul")).toBe("de 10-\n20, puisque, Jean-\nPaul");
  });

  test("leave all letters in place", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const letters = (each: string) => each.replace(/[-\u00AD\u2010\n]/g, "");
        expect(letters(joinCutWords(text))).toBe(letters(text));
      }),
    );
  });
});
