/** A text parted for the wall loses no word, and no part of it is too long to be read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMarkdown, plainText, toHypertext } from "../../archive/text/hypertext.ts";
import type { Step } from "../../renderer/bridge.ts";
import { stepsOf } from "../../renderer/present/steps.ts";
import { moveOf } from "../../renderer/present/presentKeys.ts";
import { inMinutes } from "../../renderer/present/Clock.tsx";
import { wallSteps } from "../../renderer/pdf/wallSteps.ts";

const steps = (markdown: string): Step[] => stepsOf(toHypertext(parseMarkdown(markdown).children, [], "s"), "c/l", "fr", (text) => text);
const words = (step: Step): string => (step.kind === "text" ? step.runs.map(({ text }) => text).join("") : "");

describe("stepsOf", () => {
  test("gives a paragraph, a line of a list, a quotation and a picture at a time", () => {
    const found = steps("Un *mot* [lié](https://exemple.fr).\n\n- un\n- **deux**\n\n> cité\n\n![Un dessin](pictures/a.png)\n");
    expect(found).toEqual([
      { kind: "text", role: "paragraph", runs: [{ text: "Un " }, { text: "mot", look: "emphasis" }, { text: " lié." }] },
      { kind: "text", role: "item", runs: [{ text: "un" }] },
      { kind: "text", role: "item", runs: [{ text: "deux", look: "strong" }] },
      { kind: "text", role: "quote", runs: [{ text: "cité" }] },
      { kind: "picture", letter: "c/l", path: "pictures/a.png", alt: "Un dessin" },
    ]);
  });

  test("loses no word, and parts what is long between sentences", () => {
    const sentence = fc.array(fc.constantFrom("usager·es", "geek", "l’eau", "*mot*", "collectif"), { minLength: 1, maxLength: 12 }).map((all) => `Ainsi ${all.join(" ")}.`);
    const paragraph = fc.array(sentence, { minLength: 1, maxLength: 20 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const markdown = paragraphs.join("\n\n");
        const found = steps(markdown).map(words);
        const content = plainText(toHypertext(parseMarkdown(markdown).children, [], "s"));
        expect(found.join(" ").replaceAll(/\s+/g, " ")).toBe(content.replaceAll(/\s+/g, " "));
        for (const each of found) {
          expect(each.length).toBeLessThanOrEqual(440);
          expect(each).toMatch(/\.$/);
        }
      }),
    );
  });
});

describe("moveOf", () => {
  const press = (key: string, more = {}) => ({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

  test("knows a clicker's keys, whatever the keyboard", () => {
    expect(["PageDown", "PageUp", "ArrowRight", "b", "B", ".", "w", "Escape"].map((key) => moveOf(press(key), false))).toEqual(["next", "previous", "next", "black", "black", "black", "white", "end"]);
  });

  test("lifts a veil by Escape before it ends, and leaves other programs' keys alone", () => {
    expect(moveOf(press("Escape"), true)).toBe("next");
    expect(moveOf(press("w", { ctrlKey: true }), false)).toBeNull();
    expect(moveOf(press("x"), false)).toBeNull();
    expect(moveOf(press("PageDown", { shiftKey: true }), false)).toBe("nextSlide");
  });
});

test("the clock tells minutes and hours", () => {
  expect([0, 65_999, 3_600_000 + 125_000].map(inMinutes)).toEqual(["0:00", "1:05", "1:02:05"]);
});

test("a page is shown whole, then from its top to its bottom without a gap", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.2, max: 4, noNaN: true }), fc.double({ min: 0.4, max: 1.5, noNaN: true }), (page, room) => {
      const [whole, ...parts] = wallSteps(page, room);
      expect((whole?.scale ?? 2) * page).toBeLessThanOrEqual(room + 1e-9);
      if (parts.length === 0) return;
      expect(parts[0]?.top).toBe(0);
      expect((parts.at(-1)?.top ?? 0) + room).toBeCloseTo(page);
      for (const [index, { top }] of parts.slice(1).entries()) expect(top).toBeLessThanOrEqual((parts[index]?.top ?? 0) + room + 1e-9);
    }),
  );
});
