import { describe, expect, test } from "vitest";
import { dateInWords, monthInWords } from "../../renderer/words/dates.ts";

describe("dateInWords", () => {
  test.each([
    ["2022", "fr", "2022"],
    ["2022-10", "fr", "octobre 2022"],
    ["2022-10-05", "fr", "5 octobre 2022"],
    ["2022-10-01", "fr", "1er octobre 2022"],
    ["2022-10-11", "fr", "11 octobre 2022"],
    ["2022-12-31", "fr", "31 décembre 2022"],
    ["2023-01-01", "fr", "1er janvier 2023"],
    ["2022", "en", "2022"],
    ["2022-10", "en", "October 2022"],
    ["2022-10-01", "en", "1 October 2022"],
  ])("says %s in %s as precisely as it is known: %s", (date, language, words) => {
    expect(dateInWords(date, language)).toBe(words);
  });

  test("may be short", () => {
    expect(dateInWords("2022-10", "fr", "short")).toBe("oct. 2022");
    expect(dateInWords("2022-10", "en", "short")).toBe("Oct 2022");
    expect(dateInWords("2022-10-01", "fr", "short")).toBe("1er oct. 2022");
  });
});

describe("monthInWords", () => {
  test.each([
    ["2022", "fr", ""],
    ["2022-10", "fr", "octobre"],
    ["2022-10-01", "fr", "1er octobre"],
    ["2023-03-15", "fr", "15 mars"],
    ["2022-10", "en", "October"],
    ["2022-10-15", "en", "15 October"],
  ])("says the month and the day of %s in %s: %j", (date, language, words) => {
    expect(monthInWords(date, language)).toBe(words);
  });
});
