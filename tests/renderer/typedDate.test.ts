import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTypedDate } from "../../renderer/import/typedDate.ts";
import { dateInWords } from "../../renderer/words/dates.ts";

describe("a typed date", () => {
  test.each([
    ["2022", "2022"],
    [" 2022 ", "2022"],
    ["2022-10", "2022-10"],
    ["10/2022", "2022-10"],
    ["2022-10-05", "2022-10-05"],
    ["5/10/2022", "2022-10-05"],
    ["05.10.2022", "2022-10-05"],
    ["octobre 2022", "2022-10"],
    ["Oct. 2022", "2022-10"],
    ["1er octobre 2022", "2022-10-01"],
    ["le 5 oct 2022", "2022-10-05"],
    ["fevrier 2023", "2023-02"],
    ["AOÛT 2021", "2021-08"],
    ["October 5, 2022", "2022-10-05"],
    ["5th of May 2022", "2022-05-05"],
    ["juil 2022", "2022-07"],
  ])("%s is %s", (typed, date) => {
    expect(readTypedDate(typed)).toBe(date);
  });

  test.each(["", "  ", "22", "demain", "31/2/2022", "2022-13", "2022-00", "13/13/2022", "ju 2022", "jui 2022", "octobre", "5 octobre", "2022 2023", "1/2/3/2022", "octobre novembre 2022", "20222"])("%j is none", (typed) => {
    expect(readTypedDate(typed)).toBeNull();
  });

  test("is read back from the words it is said in, in both languages", () => {
    const dates = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }).chain((date) => fc.constantFrom(...[4, 7, 10].map((length) => date.toISOString().slice(0, length))));
    fc.assert(
      fc.property(dates, fc.constantFrom("fr", "en"), (date, language) => {
        expect(readTypedDate(dateInWords(date, language))).toBe(date);
      }),
    );
  });

  test("is never more than one reads: any text gives a date that exists, or none", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(readTypedDate(typed) ?? "2022").toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
      }),
    );
  });
});
