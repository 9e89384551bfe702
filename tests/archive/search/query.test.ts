import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type QueryPart, readQuery } from "../../../archive/search/query.ts";
import { anyText } from "../text/anyText.ts";

/** A part as one would type it: `mot`, `mo*` (unfinished), `(la)` (a stop word), `"a b"`, `-mot`, `|mot` (after OR), `rubric:lecture`. */
function spelled(part: QueryPart): string {
  const before = `${part.isAlternative ? "|" : ""}${part.isExcluded ? "-" : ""}`;
  if (part.kind === "filter") return `${before}${part.filter.name}:${part.filter.value}`;
  if (part.kind === "phrase") return `${before}"${part.words.map(({ term }) => term).join(" ")}"`;
  const word = part.word.term + (part.isPrefix ? "*" : "");
  return before + (part.isStopWord ? `(${word})` : word);
}

const read = (typed: string): string[] => readQuery(typed).parts.map(spelled);

describe("words", () => {
  test("are all read, the last one as unfinished until something follows it", () => {
    expect(read("geek serv")).toEqual(["geek", "serv*"]);
    expect(read("geek serv ")).toEqual(["geek", "serv"]);
    expect(read("geek serv.")).toEqual(["geek", "serv"]);
    expect(read("geek\tserv\n")).toEqual(["geek", "serv"]);
  });

  test("are folded: accents, ligatures, capitals, elisions, no-break spaces", () => {
    expect(read("L’ŒUVRE\u00A0d'Été ")).toEqual(["oeuvre", "ete"]);
  });

  test("of several parts are one, and those of inclusive writing too", () => {
    expect(read("rendez-vous ")).toEqual(["rendezvous"]);
    expect(readQuery("usager·es ").parts).toMatchObject([{ kind: "word", text: "usager·es", word: { forms: expect.arrayContaining(["usager", "usagere", "usagers", "usageres"]) } }]);
  });

  test("glued by a sign are several", () => {
    expect(read("soupe,fanes/navets ")).toEqual(["soupe", "fanes", "navets"]);
  });

  test("that stand everywhere are dropped where others say more", () => {
    expect(read("geek de service ")).toEqual(["geek", "(de)", "service"]);
    expect(read("la carte des trois pôles ")).toEqual(["(la)", "carte", "(des)", "trois", "poles"]);
    expect(read('la "carte postale" ')).toEqual(["(la)", '"carte postale"']);
  });

  test("that stand everywhere are kept when there is nothing else to look for", () => {
    expect(read("de la ")).toEqual(["de", "la"]);
    expect(read("à")).toEqual(["a*"]);
    expect(read("la rubrique:lecture ")).toEqual(["la", "rubric:lecture"]);
    expect(read("la -carte ")).toEqual(["la", "-carte"]);
    expect(read('la -"carte postale" ')).toEqual(["la", '-"carte postale"']);
  });

  test("that stand everywhere are kept when they may be the beginning of another", () => {
    expect(read("soupe pour")).toEqual(["soupe", "pour*"]);
    expect(read("soupe pour ")).toEqual(["soupe", "(pour)"]);
    expect(read("soupe de")).toEqual(["soupe", "(de*)"]);
  });
});

describe("phrases", () => {
  test.each(['"geek de service"', "“geek de service”", "«geek de service»", "« geek de service »", "«\u202Fgeek de service\u202F»", "„geek de service“", "  \" geek, de service ! \" "])(
    "stand between quotes: %s",
    (typed) => {
      expect(read(typed)).toEqual(['"geek de service"']);
      expect(readQuery(typed).parts[0]?.text).toMatch(/^geek,? de service/);
    },
  );

  test("keep their stop words, and need no space around them", () => {
    expect(read('carte"de la"pain ')).toEqual(["carte", "(de)", "(la)", "pain"]);
    expect(read('"de la"pain ')).toEqual(['"de la"', "pain"]);
    expect(read('"de""la"')).toEqual(['"de"', '"la"']);
  });

  test("without words are nothing", () => {
    for (const typed of ['""', '" "', "« »", '"!?"', '-""', '""""']) expect(read(typed)).toEqual([]);
  });

  test.each(['"geek de', "“geek de", "«\u00A0geek de", '"geek" "de', 'geek "', '"', "»geek«", "geek”"])("that are not closed are words: %s", (typed) => {
    const parts = readQuery(`${typed} `).parts;
    expect(parts.map((part) => part.kind)).not.toContain("filter");
    expect(parts.map(spelled).join(" ").replace(/[()"]/g, "")).toBe((typed.match(/\w+/g) ?? []).join(" "));
  });

  test("that were never closed do not swallow a later one", () => {
    expect(read("«geek \"de service\" ")).toEqual(["geek", '"de service"']);
  });
});

describe("exclusions", () => {
  test("take any hyphen or dash right before a word, a phrase or a filter", () => {
    expect(read("soupe -navets ")).toEqual(["soupe", "-navets"]);
    expect(read("soupe −navets –fanes ")).toEqual(["soupe", "-navets", "-fanes"]);
    expect(read('soupe -"de fanes" -«de navets» ')).toEqual(["soupe", '-"de fanes"', '-"de navets"']);
    expect(read("soupe -rubrique:recette ")).toEqual(["soupe", "-rubric:recette"]);
  });

  test("are not hyphens inside words or alone", () => {
    expect(read("porte-clés ")).toEqual(["portecles"]);
    expect(read("soupe - navets -- ")).toEqual(["soupe", "navets"]);
    expect(read("-")).toEqual([]);
  });

  test("of words glued by a sign leave out what has them in a row", () => {
    expect(read("soupe -3.5 ")).toEqual(["soupe", '-"3 5"']);
  });

  test("keep stop words: nothing else was meant", () => {
    expect(read("soupe -la ")).toEqual(["soupe", "-la"]);
  });
});

describe("alternatives", () => {
  test("are joined by OR or OU in capitals", () => {
    expect(read("soupe OU potage OR bouillon ")).toEqual(["soupe", "|potage", "|bouillon"]);
    expect(read('soupe OU "de fanes" ')).toEqual(["soupe", '|"de fanes"']);
    expect(read("rubrique:lecture OU rubrique:atelier ")).toEqual(["rubric:lecture", "|rubric:atelier"]);
  });

  test("are words in small letters, at either end, and between quotes", () => {
    expect(read("soupe ou potage ")).toEqual(["soupe", "(ou)", "potage"]);
    expect(read("soupe or potage ")).toEqual(["soupe", "or", "potage"]);
    expect(read("OU potage ")).toEqual(["(ou)", "potage"]);
    expect(read("soupe OU ")).toEqual(["soupe", "(ou)"]);
    expect(read('soupe "OU" potage ')).toEqual(["soupe", '"ou"', "potage"]);
    expect(read("OU")).toEqual(["ou*"]);
  });

  test("join only the first word of a token, and once", () => {
    expect(read("soupe OU OU pain,beurre ")).toEqual(["soupe", "|pain", "beurre"]);
  });
});

describe("filters", () => {
  test.each([
    ["rubrique:lecture", "rubric:lecture"],
    ["RUBRIC:Lecture", "rubric:Lecture"],
    ["type:pdf", "type:report"],
    ["type:Lettre", "type:letter"],
    ["type:rapports", "type:report"],
    ["type:letters", "type:letter"],
    ["année:2022", "year:2022"],
    ["annee:2022", "year:2022"],
    ["anne\u0301e:2022", "year:2022"],
    ["an:2022", "year:2022"],
    ["year:2022", "year:2022"],
    ["avant:2022-10", "before:2022-10"],
    ["before:2022", "before:2022"],
    ["après:2022-10-05", "after:2022-10-05"],
    ["apres:2022", "after:2022"],
    ["apre\u0300s:2022", "after:2022"],
    ["after:2022", "after:2022"],
    ["collection:derivation", "collection:derivation"],
    ["dans:mutualisons", "document:mutualisons"],
    ["in:2022-10", "document:2022-10"],
    ["document:la-derivation/2022-10", "document:la-derivation/2022-10"],
    ['rubrique:"une lecture"', "rubric:une lecture"],
    ["rubrique:« une lecture »", "rubric:une lecture"],
    ["rubrique:“une lecture”", "rubric:une lecture"],
  ])("%s", (typed, understood) => {
    expect(read(typed)).toEqual([understood]);
    expect(read(`-${typed} soupe `)).toEqual([`-${understood}`, "soupe"]);
  });

  test.each(["année:22", "année:deux", "avant:octobre", "après:2022-13", "avant:2022-02-30", "type:photo", "type:constructor", "rubrique:!", 'rubrique:""', "rubrique:", "auteur:ada", "constructor:x", "toString:x", "valueof:x", "__proto__:x", "12:30", "https://example.org", ":lecture", "a:b"])(
    "with a bad value or an unknown name are words: %s",
    (typed) => {
      const parts = readQuery(`${typed} `).parts;
      expect(parts.map(({ kind }) => kind)).toEqual(parts.map(() => "word"));
      const letters = (text: string): string => text.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, "");
      expect(letters(parts.map(({ text }) => text).join(""))).toBe(letters(typed));
    },
  );

  test("do not end the word before them: nothing is unfinished", () => {
    expect(read("soupe rubrique:lecture")).toEqual(["soupe", "rubric:lecture"]);
  });
});

describe("what was typed", () => {
  test("is kept, without the spaces around it", () => {
    expect(readQuery("  geek  de service ").text).toBe("geek  de service");
  });

  test("carries the place and the text of each part", () => {
    const typed = ' soupe -"de fanes" OU rubrique:"une lecture" l’été,pain';
    expect(readQuery(typed).parts.map(({ from, to, text }) => [typed.slice(from, to), text])).toEqual([
      ["soupe", "soupe"],
      ['-"de fanes"', "de fanes"],
      ['rubrique:"une lecture"', "une lecture"],
      ["l’été", "été"],
      [",pain", "pain"],
    ]);
  });

  test.each(["", "   ", "\u00A0\u202F", "?!…", "« »", "🍂", "\u0301", "\u0000\u0007", "\uD83D", "\uDE00", "\u202E", "---", "\"'«»“”", "::::"])("may have no part: %j", (typed) => {
    expect(readQuery(typed).parts).toEqual([]);
  });

  test("may be in any script", () => {
    expect(read("سلام عليكم ")).toEqual(["سلام", "عليكم"]);
    expect(read("東京 ")).toEqual(["東京"]);
    expect(read("👩‍🔧 réparation ")).toEqual(["reparation"]);
  });

  const typed = fc.oneof(
    fc.array(fc.oneof(anyText, fc.constantFrom(" ", '"', "«", "»", "“", "”", "-", ":", "OU", " OR ", "rubrique:", "année:2022", "de", "la", "l’")), { maxLength: 20 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "binary", minLength: 500, maxLength: 10_000 }),
  );

  test("is never an error; parts stand in it in order, apart, and say what is there", () => {
    fc.assert(
      fc.property(typed, (text) => {
        let end = 0;
        for (const part of readQuery(text).parts) {
          expect(part.from).toBeGreaterThanOrEqual(end);
          expect(part.to).toBeGreaterThan(part.from);
          expect(part.to).toBeLessThanOrEqual(text.length);
          expect(text.slice(part.from, part.to)).toContain(part.text);
          expect(part.kind === "phrase" ? part.words.length : 1).toBeGreaterThan(0);
          expect(part.kind === "word" ? part.word.term : "filter").not.toBe("");
          end = part.to;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("taking a part out", () => {
  const word = fc.constantFrom("soupe", "fanes", "l’été", "rendez-vous", "usager·es", "de", "la", "3.5", "pain,beurre", "œuf/lait", "l'eau,l'huile", "(navet)", "foo:bar", "ou", "aujourd’hui", "Élu", "🍂vent");
  const phrase = fc.constantFrom('"geek de service"', "« de la »", "“l’été”", '"soupe"');
  const filter = fc.constantFrom("rubrique:lecture", 'rubrique:"une lecture"', "année:2022", "-type:pdf", "dans:«deux mots»");
  const part = fc.oneof({ weight: 5, arbitrary: word }, phrase, filter, word.map((each) => `-${each}`), phrase.map((each) => `-${each}`));
  const joint = fc.constantFrom(" ", "  ", " ", " OU ", " OR ", "\u00A0");
  const query = fc.array(fc.tuple(joint, part), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.map(([before, each], index) => (index === 0 ? each : before + each)).join(""));

  /** All but what depends on the others: place, whether a stop word is dropped, whether the last word may go on. */
  const sameAs = ({ kind, text, isExcluded, isAlternative }: QueryPart) => ({ kind, text, isExcluded, isAlternative });

  test("leaves the others as they were", () => {
    fc.assert(
      fc.property(query, fc.nat(), (text, seed) => {
        const { parts } = readQuery(text);
        const index = seed % parts.length;
        const { from, to, isAlternative } = parts[index]!;
        // The OR that joined it goes with it, or passes to the one that follows.
        const before = isAlternative ? text.slice(0, from).replace(/\s(?:OR|OU)\s+$/, " ") : text.slice(0, from);
        const after = isAlternative ? text.slice(to) : text.slice(to).replace(/^\s+(?:OR|OU)\s/, " ");
        const left = readQuery(before + after).parts.map(sameAs);
        const expected = parts.map(sameAs).filter((_, place) => place !== index);
        const next = expected[index];
        if (next?.isAlternative && !isAlternative) next.isAlternative = false;
        expect(left).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });
});
