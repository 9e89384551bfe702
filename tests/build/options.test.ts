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
  const names = ["types", "unit", "app"];

  test("runs all suites when none is named", () => {
    expect(testOptions([], names)).toEqual({ only: names, forSuites: [] });
  });

  test("runs those that are named, in the order they have", () => {
    expect(testOptions(["--only", "app,types"], names).only).toEqual(["types", "app"]);
    expect(testOptions(["--only=unit"], names).only).toEqual(["unit"]);
  });

  test("passes on what follows --", () => {
    expect(testOptions(["--only", "app", "--", "-g", "opens"], names)).toEqual({
      only: ["app"],
      forSuites: ["-g", "opens"],
    });
  });

  test("refuses a suite that does not exist, and words it does not know", () => {
    expect(() => testOptions(["--only", "appp"], names)).toThrow("There is no suite appp; there are types, unit, app.");
    expect(() => testOptions(["unit"], names)).toThrow("Usage");
    expect(() => testOptions(["--only"], names)).toThrow("Usage");
  });
});
