import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileName } from "../../electron/fileName.ts";

describe("the name of a copy", () => {
  test("keeps what a person recognises", () => {
    expect(fileName("« Mutualisons ! » (2022)")).toBe("« Mutualisons ! » (2022)");
  });

  test("is one that every system takes, whatever it is made from", () => {
    expect(fileName("../../etc/passwd")).toBe("etc passwd");
    expect(fileName("...")).toBe("rapport");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const made = fileName(name);
        expect(made).not.toMatch(/[\p{Cc}<>:"/\\|?*]|^[.\s]|[.\s]$/u);
        expect(made.length).toBeGreaterThan(0);
        expect(made.length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
