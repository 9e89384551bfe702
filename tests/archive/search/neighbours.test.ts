/** What the sealed index knows of neighbours never hides a phrase that is there. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentHead, Passage } from "../../../archive/model.ts";
import { fields, passageTerms } from "../../../archive/search/fields.ts";
import { neighbourBits, never, plainly } from "../../../archive/search/sealed/neighbours.ts";
import { seal } from "../../../archive/search/sealing.ts";
import { findPhrase } from "../../../archive/text/phrase.ts";
import { plainPhrase } from "../../../archive/text/plainPhrase.ts";
import { onlyForm, wholeWords } from "../../../archive/text/terms.ts";
import { words } from "../../../archive/text/words.ts";
import { letterHead, passageOf } from "./shelf.ts";
import { opened } from "./twoIndexes.ts";

const titled: DocumentHead = letterHead("essai/un", "2022", "Une soupe de pain");

interface Followers {
  isThere(place: number): boolean;
  isPlain(place: number): boolean;
  /** The word that `isPlain` speaks of. */
  word: number;
}

async function followersIn(passages: Passage[], head = titled): Promise<(phrase: string) => Followers | null> {
  const entries = passages.map((passage) => passageTerms(passage, head));
  const index = opened(await seal(entries, { fields, neighbours: { field: fields.indexOf("text"), from: 1, share: 1 } }));
  return (phrase) => {
    const wanted = wholeWords(phrase);
    const bits = (at: number) => neighbourBits(onlyForm(wanted[at]));
    const following = index.following(wanted.map((word, at) => ({ term: onlyForm(word), before: bits(at - 1), after: bits(at + 1) })));
    return following && { isThere: (place) => following.states[place] !== never, word: following.word, isPlain: (place) => following.states[place] === plainly };
  };
}

describe("neighbours", () => {
  test("tell most passages in which words stand apart from those in which they follow one another", async () => {
    const fillers = Array.from({ length: 200 }, (_, index) => `mot${index}`);
    const together = passageOf("essai/un#s0", "La soupe de fanes est chaude.");
    const apart = fillers.map((filler, index) => passageOf(`essai/un#s${index + 1}`, `La soupe ${filler} de ${filler} fanes.`));
    const mayFollow = (await followersIn([together, ...apart], letterHead("essai/un", "2022", "Octobre")))("soupe de fanes");
    expect(mayFollow?.isThere(0)).toBe(true);
    expect(apart.filter((_, index) => mayFollow?.isThere(index + 1)).length).toBeLessThan(30);
  });

  test("know nothing of a phrase whose words are nowhere", async () => {
    expect((await followersIn([passageOf("essai/un#s0", "Du pain.")]))("soupe de fanes")).toBeNull();
  });

  const word = fc.constantFrom("soupe", "de", "pain", "l’été", "rendez-vous", "usager·es", "tou·te·s", "aujourd’hui", "a-b-c", "mutuali-\nsation", "iels", "3.5", "SOUPE", "œuvre", "–", "\u00AD", "ŒUVRE,", "d’œuvre.", "pa\u00ADin", "Soupé", "le", "la/le", "e\u0301te", "™", "1/2", "qu’un", "un;", "(pain)", "iel", "U.S.A.", "ﬁn", "fin", "aux", "local·e·s", "locaux", "«", "pain»", "celleux", "celle", "presqu’île", "ile", "mutualisation");
  const sentence = fc.array(word, { maxLength: 12 }).map((some) => some.join(" "));
  const phrase = fc.array(word, { minLength: 2, maxLength: 4 }).map((some) => some.join(" "));

  test("never hide a phrase that stands in a text, a heading or a title", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 10 }), fc.array(phrase, { minLength: 1, maxLength: 10 }), async (texts, phrases) => {
        const passages = texts.map(([text, heading], index) => passageOf(`essai/un#s${index}`, text, { heading }));
        const followers = await followersIn(passages);
        for (const each of phrases) {
          const wanted = wholeWords(each);
          const mayFollow = followers(each);
          const having = passages.filter(({ text, heading }) => [text, heading, titled.title].some((some) => findPhrase(words(some), wanted).length > 0));
          expect(having.filter((passage) => mayFollow?.isThere(passages.indexOf(passage)) === false)).toEqual([]);
          const inLetters = plainPhrase(wanted);
          if (inLetters === null) continue;
          for (const [place, { text }] of passages.entries()) {
            const isThere = findPhrase(words(text), wanted).length > 0;
            const isPlain = mayFollow?.isPlain(place) ?? false;
            const wrongly = {
              surely: inLetters.isSurelyIn(text) && !isThere,
              never: !inLetters.maybeIn(text) && isThere,
              neverPlain: isPlain && !inLetters.maybeInPlain(text, mayFollow?.word ?? 0) && isThere,
            };
            expect(wrongly).toEqual({ surely: false, never: false, neverPlain: false });
          }
        }
      }),
      { numRuns: Number(process.env["RELIRE_RUNS"] ?? 300) },
    );
  });
});
