import { existsSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { describe, expect, test } from "vitest";
import { shownError, shownPath } from "../../../archive/store/shownPath.ts";

const home = ["", "home", "jeanne"].join(sep);
const inHome = (...names: string[]): string => [home, ...names].join(sep);

describe("a path as it is told", () => {
  test("names no home folder", () => {
    expect(shownPath(inHome("Relire", "settings.json"), home)).toBe(["~", "Relire", "settings.json"].join(sep));
  });

  test("is itself anywhere else, also beside a home folder, and where home is the root", () => {
    for (const path of [home, `${home}tte${sep}x`, ["", "media", "clef", "relire-data"].join(sep)]) expect(shownPath(path, home)).toBe(path);
    expect(shownPath(inHome("x"), sep)).toBe(inHome("x"));
  });
});

test("an error of the system's names no home folder, and says all the rest", () => {
  const path = inHome("Relire", "catalogue.json");
  expect(existsSync(path)).toBe(false);
  let error: unknown;
  try {
    readFileSync(path);
  } catch (caught) {
    error = caught;
  }
  expect(String(error)).toContain(path);
  expect(shownError(error, home)).toBe(`Error: ENOENT: no such file or directory, open '${["~", "Relire", "catalogue.json"].join(sep)}'`);
  expect(shownError(new SyntaxError("Unexpected end"), home)).toBe("SyntaxError: Unexpected end");
});
