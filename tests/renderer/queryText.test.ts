import { describe, expect, test } from "vitest";
import { readQuery } from "../../archive/search/query.ts";
import { withCompletion, withFilter, withoutPart } from "../../renderer/search/queryText.ts";

function without(text: string, index: number): string {
  const part = readQuery(text).parts[index];
  if (!part) throw new Error(`"${text}" has no part ${index}`);
  return withoutPart(text, part);
}

describe("a part taken out of what was typed", () => {
  test.each([
    ["geek de service", 0, "de service"],
    ['"geek de service" -pdf rubrique:analyse', 1, '"geek de service" rubrique:analyse'],
    ["soupe OU imprimante", 1, "soupe"],
    ["soupe OU imprimante", 0, "imprimante"],
    ["x a OU b", 1, "x b"],
    ["a OR b OR c", 1, "a OR c"],
    ["a OR b OR c", 0, "b OR c"],
    ["seul", 0, ""],
  ])("%s without part %i is %s", (text, index, left) => {
    expect(without(text, index)).toBe(left);
  });
});

test("a filter goes to the end, quoted when it has several words", () => {
  expect(withFilter("guichet", "type", "lettre")).toBe("guichet type:lettre ");
  expect(withFilter("", "collection", "La Dérivation")).toBe('collection:"La Dérivation" ');
});

test("a completion takes the place of the word being typed", () => {
  expect(withCompletion("la biblioth", "bibliothèque")).toBe("la bibliothèque ");
});
