/** Notes hold to their words: over typography, corrections and moves; and never to others. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorText, findInPassages, findQuote, quoteAt } from "../../../archive/text/anchor.ts";

const text =
  "Chaque mois, une habitante ouvre son garage. On y répare des grille-pain, des vélos et parfois des amitiés. La réparation commence par une question : à quoi tenons-nous ? " +
  "Puis viennent les outils. La réparation commence par une question simple, et finit autour d’une soupe. Personne ne repart sans avoir appris un geste.";

function quoteOf(words: string, from = 0): { quote: ReturnType<typeof quoteAt>; start: number } {
  const start = text.indexOf(words, from);
  return { quote: quoteAt(text, start, start + words.length), start };
}

/** What is found of the words quoted from `text` in another text. */
function foundIn(other: string, { quote, start }: ReturnType<typeof quoteOf>): string | null {
  const found = findQuote(anchorText(other), quote, start);
  return found && other.slice(found.start, found.end);
}

describe("words that were quoted", () => {
  test("are found where they are, also among others like them", () => {
    const second = quoteOf("La réparation commence par une question", 150);
    expect(findQuote(anchorText(text), second.quote, 0)).toMatchObject({ start: second.start, isExact: true });
  });

  test("are found over other spaces, apostrophes, quotation marks' spaces and soft hyphens", () => {
    const set = text.replaceAll(" :", "\u00A0:").replaceAll("’", "'").replaceAll("commence", "com\u00ADmence").replaceAll(". ", ".\n\n");
    expect(foundIn(set, quoteOf("autour d’une soupe"))).toBe("autour d'une soupe");
    expect(foundIn(set, quoteOf("par une question : à quoi"))).toBe("par une question\u00A0: à quoi");
  });

  test("are found when a few of them were corrected, and it is said", () => {
    const corrected = text.replace("des vélos et parfois des amitiés", "des vélos, et parfois aussi des amitiés");
    const { quote, start } = quoteOf("des grille-pain, des vélos et parfois des amitiés");
    expect(findQuote(anchorText(corrected), quote, start)).toMatchObject({ isExact: false });
    expect(foundIn(corrected, { quote, start })).toBe("des grille-pain, des vélos, et parfois aussi des amitiés");
  });

  test("are not found in other words", () => {
    expect(foundIn("Une tout autre lettre, qui parle de jardins et de semences partagées entre voisines.", quoteOf("On y répare des grille-pain"))).toBeNull();
  });

  test("of one short word are found only in their company", () => {
    const soup = quoteOf("soupe");
    expect(foundIn(text.replace("Chaque mois", "Avant tout, chaque mois"), soup)).toBe("soupe");
    expect(foundIn("On mange une soupe.", soup)).toBeNull();
  });

  test("longer than a page are found by both ends", () => {
    const long = Array.from({ length: 300 }, (_, index) => `phrase ${index} sur ${index * 7}`).join(", ");
    const quote = quoteAt(long, 500, 5000);
    const changed = `Avant. ${long.replace("phrase 150", "phrase cent cinquante")}`;
    const found = findQuote(anchorText(changed), quote, 500);
    expect(found && changed.slice(found.start, found.end)).toBe(quote.exact.replace("phrase 150", "phrase cent cinquante"));
  });
});

describe("in a document", () => {
  const passages = (...texts: string[]) => texts.map((each, index) => ({ id: `p${index}`, text: () => anchorText(each) }));
  const { quote, start } = quoteOf("une habitante ouvre son garage");

  test("words stay at home when they are there", () => {
    expect(findInPassages(passages("Rien", text, text), "p1", quote, start)).toMatchObject({ passage: "p1" });
  });

  test("words that moved are found in another part, also when theirs is gone", () => {
    expect(findInPassages(passages("Rien", "Rien non plus", text), "p0", quote, start)).toMatchObject({ passage: "p2", isExact: true });
    expect(findInPassages(passages("Rien", text), "disparu", quote, start)).toMatchObject({ passage: "p1" });
  });

  test("words that are nowhere are found nowhere", () => {
    expect(findInPassages(passages("Rien", "", "Ni ici"), "p0", quote, start)).toBeNull();
    expect(findInPassages([], "p0", quote, start)).toBeNull();
  });
});

test("a stretch of any text is found in it, at its very place", () => {
  const characters = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(characters, fc.nat(), fc.nat(), (any, one, other) => {
      const [from = 0, to = 0] = [one % (any.length + 1), other % (any.length + 1)].sort((a, b) => a - b);
      const [whole, start, end] = [any.join(""), any.slice(0, from).join("").length, any.slice(0, to).join("").length];
      const quote = quoteAt(whole, start, end);
      const found = findQuote(anchorText(whole), quote, start);
      const letters = (words: string) => anchorText(words).letters;
      expect(found && letters(whole.slice(found.start, found.end))).toBe(letters(quote.exact) || null);
    }),
    { numRuns: 500 },
  );
});

test("sentences put before and after move a quotation along", () => {
  const sentence = fc.array(fc.constantFrom("soupe", "garage", "réparer", "vélo", "outil", "une", "la", "question"), { minLength: 1, maxLength: 12 }).map((words) => `${words.join(" ")}. `);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 3, maxLength: 8 }), sentence, sentence, fc.nat(), (sentences, before, after, pick) => {
      const whole = sentences.join("");
      const at = pick % sentences.length;
      const from = sentences.slice(0, at).join("").length;
      const quote = quoteAt(whole, from, from + (sentences[at]?.length ?? 0));
      const changed = before + whole + after;
      const found = findQuote(anchorText(changed), quote, from);
      expect(found && changed.slice(found.start, found.end).trim()).toBe(quote.exact.trim());
    }),
  );
});
