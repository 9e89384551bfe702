import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../archive/text/fold.ts";
import { type Word, words } from "../../../archive/text/words.ts";
import { anyText, plainWord } from "./anyText.ts";

const termsOf = (text: string) => words(text).map(({ term }) => term);

describe("the words of a text", () => {
  test.each([
    ["L’économie, d'abord ; qu’elle soit !", ["economie", "abord", "elle", "soit"]],
    ["Jusqu’à, lorsqu'on, puisqu’il, quoiqu’elle, quelqu’un", ["a", "on", "il", "elle", "un"]],
    ["J’ai d’l’eau c’est n'importe m’a s’est t’as", ["ai", "eau", "est", "importe", "a", "est", "as"]],
    ["Aujourd’hui, aujourd'hui et prud’hommes, PRUD'HOMALE", ["aujourdhui", "aujourdhui", "et", "prudhommes", "prudhomale"]],
    ["fran\u00ADçais\u200B e\u0301te\u0301", ["francais", "ete"]],
    ["3.5 + 12-13 = f(x)", ["3", "5", "12", "13", "f", "x"]],
    ["node.js, www.exemple.fr, moi@exemple.fr", ["node", "js", "www", "exemple", "fr", "moi", "exemple", "fr"]],
    ["et/ou km/h client/serveur", ["et", "ou", "km", "h", "client", "serveur"]],
    ["donne-le, dit-elle, va-t-on, est-ce", ["donne", "le", "dit", "elle", "va", "t", "on", "est", "ce"]],
    ["lui-même, laissons-nous, celui-ci", ["lui", "meme", "laissons", "nous", "celui", "ci"]],
    ["Fin.Elle dit", ["fin", "elle", "dit"]],
    ["la lettre (e) et (s)", ["la", "lettre", "e", "et", "s"]],
    ["日本語 עברית العربية", ["日本語", "עברית", "العربية"]],
    ["a-e-s-a-e-s", ["a", "e", "s", "a", "e", "s"]],
    ["", []],
    [" \n\t", []],
    ["((((((((", []],
    ["·····", []],
    ["\u0301", []],
    ["\u200B\u200D", []],
    ["😀👩‍🔧", []],
    ["\uD83D", []],
  ])("%j has %j", (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test.each([
    ["rendez-vous", ["rendezvous", "rendez", "vous"]],
    ["porte‑à‑porte", ["porteaporte", "porte", "a", "porte"]],
    ["e-mail", ["email", "e", "mail"]],
    ["covid-19", ["covid19", "covid", "19"]],
    ["l’arc-en-ciel", ["arcenciel", "arc", "en", "ciel"]],
    ["peut-être", ["peutetre", "peut", "etre"]],
    ["grand’mère", ["grandmere", "grand", "mere"]],
    ["U.S.A., S.N.C.F.", ["usa", "u", "s", "a", "sncf", "s", "n", "c", "f"]],
    ["a.m.", ["am", "a", "m"]],
    ["col·lecció", ["colleccio", "col", "leccio"]],
  ])("%j comes joined, then part by part", (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test("a word cut at a line's end comes joined and as its parts", () => {
    for (const cut of ["mutuali-\nsation", "mutuali-\r\nsation", "mutuali\u2010\nsation", "mutuali\u00AD\nsation"]) {
      const [whole, first, last] = words(cut);
      expect([whole?.term, first?.term, last?.term]).toEqual(["mutualisation", "mutuali", "sation"]);
      expect(cut.slice(whole?.from, whole?.to)).toBe(cut);
    }
    expect(termsOf("socio-écono-\nmique")).toEqual(["socioeconomique", "socio", "economique", "econo", "mique"]);
    expect(termsOf("va-t-\nil")).toContain("vatil");
  });

  test("a hyphen before a space or an empty line joins nothing", () => {
    expect(termsOf("peu- être")).toEqual(["peu", "etre"]);
    expect(termsOf("fin -\ndébut")).toEqual(["fin", "debut"]);
    expect(termsOf("fin-\n\ndébut")).toEqual(["fin", "debut"]);
  });

  test("offsets lie inside the text, in order, and an elided article is no part of the word", () => {
    const text = "À l’économie";
    expect(words(text).map(({ from, to }) => text.slice(from, to))).toEqual(["À", "économie"]);
  });
});

describe("whatever the text", () => {
  test("words lie inside it, in the order of their beginning, longer ones first, with a term among their forms", () => {
    fc.assert(fc.property(anyText, (text) => {
      let last: Word | undefined;
      for (const word of words(text)) {
        expect(word.from).toBeGreaterThanOrEqual(0);
        expect(word.to).toBeGreaterThan(word.from);
        expect(word.to).toBeLessThanOrEqual(text.length);
        expect(word.forms[0]).toBe(word.term);
        expect(word.forms.every((form) => form !== "" && !/\s/.test(form))).toBe(true);
        expect(new Set(word.forms).size).toBe(word.forms.length);
        expect(!last || word.from > last.from || (word.from === last.from && word.to < last.to)).toBe(true);
        last = word;
      }
    }), { numRuns: 2000 });
  });

  test("what stands at a word's place folds to its term, its separators aside", () => {
    fc.assert(fc.property(anyText, (text) => {
      for (const { term, from, to } of words(text)) expect(fold(text.slice(from, to)).replace(/[^\p{L}\p{N}]/gu, "")).toBe(term);
    }), { numRuns: 2000 });
  });

  test("words that overlap are readings of one another: one holds the other", () => {
    fc.assert(fc.property(anyText, (text) => {
      const all = words(text);
      for (const [index, word] of all.entries()) {
        for (let next = index + 1; all[next] && all[next]!.from < word.to; next++) expect(all[next]!.to).toBeLessThanOrEqual(word.to);
      }
    }), { numRuns: 2000 });
  });

  test("a space parts two texts: the words are those of the one, then those of the other", () => {
    fc.assert(fc.property(anyText, anyText, (a, b) => {
      const shift = a.length + 1;
      const shifted = words(b).map(({ term, from, to, forms }) => ({ term, from: from + shift, to: to + shift, forms }));
      expect(words(`${a} ${b}`)).toEqual([...words(a), ...shifted]);
    }), { numRuns: 2000 });
  });

  test("plain words between spaces are themselves", () => {
    fc.assert(fc.property(fc.array(plainWord, { maxLength: 20 }), (all) => {
      const text = all.join(" ");
      expect(words(text).map(({ from, to }) => text.slice(from, to))).toEqual(all);
    }));
  });

  test("the same text gives the same words, whatever was read before", () => {
    const before = words("usager·es rendez-vous");
    for (let index = 0; index < 70_000; index++) words(`mot${index}`);
    expect(words("usager·es rendez-vous")).toEqual(before);
  });
});
