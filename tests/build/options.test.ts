import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { startOptions } from "../../build/setup/startOptions.mjs";
import { testOptions } from "../../build/setup/testOptions.mjs";

const caller = resolve("/home/claire");

describe("npm start", () => {
  test("passes on what it does not know, in order", () => {
    const words = ["--lang=en", "lettre 1.md", "-x"];
    expect(startOptions(words, caller)).toEqual({ screenshot: undefined, forApp: words });
  });

  test.each([["--screenshot", "shelf.png"], ["--screenshot=shelf.png"]])(
    "takes the screenshot's file from %s, relative to the caller's folder",
    (...words) => {
      expect(startOptions(["a.md", ...words, "--lang=en"], caller)).toEqual({
        screenshot: resolve(caller, "shelf.png"),
        forApp: ["a.md", "--lang=en"],
      });
    },
  );

  test("keeps an absolute file as it is", () => {
    const file = resolve("/tmp/Étagère.PNG");
    expect(startOptions(["--screenshot", file], caller).screenshot).toBe(file);
  });

  test.each([[["--screenshot"]], [["--screenshot="]], [["--screenshot", "--lang=en"]]])("refuses %j", (words) => {
    expect(() => startOptions(words, caller)).toThrow("--screenshot needs the file to write");
  });

  test("refuses a file that is not a PNG", () => {
    expect(() => startOptions(["--screenshot", "notes.md"], caller)).toThrow("notes.md does not end in .png");
  });
});

describe("npm test", () => {
  const suites = [{ name: "types" }, { name: "unit", takesWords: true }, { name: "app", takesWords: true }];
  const namesOf = (given: readonly string[]) => testOptions(given, suites).map(({ suite }) => suite.name);

  test("runs all suites when none is named", () => {
    expect(namesOf([])).toEqual(["types", "unit", "app"]);
  });

  test("runs those that are named, in the order they have", () => {
    expect(namesOf(["--only", "app,types"])).toEqual(["types", "app"]);
    expect(namesOf(["--only=unit"])).toEqual(["unit"]);
  });

  test("passes on what follows --, to those that take words", () => {
    const [types, unit, app] = suites;
    expect(testOptions(["--only", "types,app", "--", "-g", "opens"], suites)).toEqual([{ suite: types, words: [] }, { suite: app, words: ["-g", "opens"] }]);
    expect(testOptions(["--", "pack"], suites)).toEqual([{ suite: types, words: [] }, { suite: unit, words: ["pack"] }, { suite: app, words: ["pack"] }]);
  });

  test("refuses words that nobody takes", () => {
    expect(() => testOptions(["--only", "types", "--", "pack"], suites)).toThrow("Words go to unit, app, and none of these was asked for.");
  });

  test("refuses a suite that does not exist, and words it does not know", () => {
    expect(() => testOptions(["--only", "appp"], suites)).toThrow("There is no suite appp; there are types, unit, app.");
    expect(() => testOptions(["unit"], suites)).toThrow("Usage");
    expect(() => testOptions(["--only"], suites)).toThrow("Usage");
  });
});
