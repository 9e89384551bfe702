import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showText, storedRange } from "../../../archive/text/shownText.ts";
import { frenchTypography, typographyEdits } from "../../../archive/text/typography.ts";
import { words } from "../../../archive/text/words.ts";
import { anyText } from "./anyText.ts";

/** Narrow spaces as _, no-break spaces as ~. */
const visible = (text: string): string => text.replace(/\u202F/g, "_").replace(/\u00A0/g, "~");
const set = (text: string): string => visible(showText(text, typographyEdits(text)).text);

describe("French typography", () => {
  test.each([
    ["« Oui » ; non !", "«_Oui_»_; non_!"],
    ["Vraiment? Oui!", "Vraiment_? Oui_!"],
    ["Ainsi : trois", "Ainsi~: trois"],
    ["Ainsi: trois", "Ainsi~: trois"],
    ["l'heure d'été", "l’heure d’été"],
    ['Il dit "bonjour à tous" et part.', "Il dit «_bonjour à tous_» et part."],
    ["«tout»", "«_tout_»"],
    ["10 000 pas, 50 %, 12 h", "10_000 pas, 50~%, 12~h"],
  ])("sets %s", (typed, shown) => {
    expect(set(typed)).toBe(shown);
  });

  test.each(["https://exemple.fr/a?b=1;c", "12:30", "a::b", "C:\\x", 'un écran de 15"', "'90", "rock'n", "?!", ":-)"])("leaves %s alone", (typed) => {
    expect(set(typed)).toBe(typed.replace("rock'n", "rock’n"));
  });

  test("already set, is set for good", () => {
    fc.assert(fc.property(anyText, (text) => {
      const once = showText(text, typographyEdits(text)).text;
      expect(showText(once, typographyEdits(once)).text).toBe(once);
      expect(frenchTypography(frenchTypography(text))).toBe(frenchTypography(text));
    }));
  });

  test("changes no word: the same ones are read, in the same order", () => {
    fc.assert(fc.property(anyText, (text) => {
      const shown = showText(text, typographyEdits(text)).text;
      expect(words(shown).map(({ term }) => term)).toEqual(words(text).map(({ term }) => term));
    }), { numRuns: 1000 });
  });

  test("copied whole, is what was stored", () => {
    fc.assert(fc.property(anyText, (text) => {
      const shown = showText(text, typographyEdits(text));
      expect(text.slice(...storedRange(shown, 0, shown.text.length))).toBe(text);
    }));
  });
});
