/** The colours of every theme, measured: read from the style sheets as text, so in Node. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noteColours } from "../../archive/noteColours.ts";
import { themes } from "../../electron/contract.ts";
import { paper } from "../../electron/themeGround.ts";
import { projectFolder } from "../fixtures/built.ts";

const read = (file: string): string => readFileSync(join(projectFolder, "renderer", file), "utf8");
const tokens = read("styles/tokens.css");
const base = read("styles/base.css");
const ofNotes = read("notes/highlights.css");

function colours(theme: string, from = tokens): Record<string, string> {
  const block = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(from)?.[1] ?? "";
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "sheet", "desk", "hover", "accent-ground"];
const inks = ["ink", "soft", "accent"];

/** Text on ground, as the interface has them: every text colour on every ground, and the few inverted ones. */
const texts: [ink: string, ground: string][] = [
  ...inks.flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ["mark-ink", "mark"],
  ["ink", "selection"],
  ["paper", "accent"],
  ["paper", "ink"],
];

/** What is seen by its edge alone: controls, the focus, the line under a mark. */
const edges: [edge: string, ground: string][] = ["edge", "focus", "accent"].flatMap((edge) => ["paper", "sheet"].map((ground): [string, string] => [edge, ground]));

describe.each(themes)("the theme %s", (theme) => {
  const colour = colours(theme);
  const measured = (pairs: [string, string][]) => pairs.map(([ink, ground]) => ({ pair: `${ink} on ${ground}`, ratio: contrast(colour[ink] ?? "#", colour[ground] ?? "#") }));
  const least = theme.startsWith("contrast") ? 7 : 4.5;

  test(`has ${least} or more of contrast for every text on every ground`, () => {
    expect(measured(texts).filter(({ ratio }) => !(ratio >= least))).toEqual([]);
  });

  test("has 3 or more for every edge that tells something", () => {
    expect(measured(edges).filter(({ ratio }) => !(ratio >= 3))).toEqual([]);
  });

  test("marks in the colours of its tokens, in search results and in texts alike", () => {
    const [, rule = ""] = new RegExp(`\\[data-theme="${theme}"\\] ::highlight\\(found\\) \\{([^}]*)\\}`).exec(base) ?? [];
    expect(rule.replace(/\s+/g, " ").trim()).toBe(`background-color: ${colour["mark"]}; color: ${colour["mark-ink"]}; text-decoration: underline 2px ${colour["mark-line"]};`);
    const [, spoken = ""] = new RegExp(`\\[data-theme="${theme}"\\] ::highlight\\(spoken\\) \\{([^}]*)\\}`).exec(base) ?? [];
    expect(spoken.trim()).toBe(`background-color: ${colour["accent-ground"]};`);
  });

  test("shows what a person marked in colours that text stands out on, each with a line that does as well, and no two lines alike", () => {
    const notes = colours(theme, ofNotes);
    const lines = noteColours.map((name) => {
      const [, rule = ""] = new RegExp(`\\[data-theme="${theme}"\\] ::highlight\\(note-${name}\\) \\{([^}]*)\\}`).exec(ofNotes) ?? [];
      const [ground = "#", line = "#"] = [notes[`note-${name}`], notes[`note-${name}-line`]];
      expect(contrast(colour["ink"] ?? "#", ground)).toBeGreaterThanOrEqual(least);
      for (const beneath of [ground, colour["sheet"] ?? "#", colour["paper"] ?? "#"]) expect(contrast(line, beneath)).toBeGreaterThanOrEqual(3);
      expect(rule.replace(/\s+/g, " ")).toContain(`background-color: ${ground}; color: ${colour["ink"]}; text-decoration: underline`);
      expect(rule).toContain(` ${line};`);
      return /underline (\w+)/.exec(rule)?.[1];
    });
    expect(new Set(lines).size).toBe(noteColours.length);
  });

  test("shows what is selected on the texts' grounds, on marks and on what a person marked", () => {
    const notes = colours(theme, ofNotes);
    const beneath = [...["paper", "sheet", "mark"].map((ground) => colour[ground] ?? "#"), ...noteColours.map((name) => notes[`note-${name}`] ?? "#")];
    for (const ground of beneath) expect(contrast(colour["selection"] ?? "#", ground)).toBeGreaterThanOrEqual(1.2);
  });

  test("opens on the colour of its paper", () => {
    expect(paper[theme]).toBe(colour["paper"]);
  });
});

/** Both as they are computed by https://www.w3.org/TR/filter-effects-1/, of colours as fractions. */
function invert(colour: readonly number[], share: number): number[] {
  return colour.map((part) => part * (1 - share) + (1 - part) * share);
}

function turnHues([r = 0, g = 0, b = 0]: readonly number[]): number[] {
  return [-0.574 * r + 1.43 * g + 0.144 * b, 0.426 * r + 0.43 * g + 0.144 * b, 0.426 * r + 1.43 * g - 0.856 * b].map((part) => Math.min(1, Math.max(0, part)));
}

test("black print stands out where it is selected, on pages as they are and light on dark", () => {
  const pages = read("pdf/pdf.css");
  expect(pages).toMatch(/\.textLayer \{\s*mix-blend-mode: multiply;/);
  expect(pages).toMatch(/\.textLayer ::selection \{\s*background-color: var\(--page-selection\);\s*color: transparent;/);
  expect(pages).toContain("filter: invert(0.93) hue-rotate(180deg)");
  const selection = /--page-selection: (#[0-9a-f]{6})/.exec(tokens)?.[1] ?? "#";
  const parts = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const shown = (colour: string): string => `#${turnHues(invert(parts(colour), 0.93)).map((part) => Math.round(part * 255).toString(16).padStart(2, "0")).join("")}`;
  // What is multiplied with black stays black.
  expect(contrast("#000000", selection)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(shown("#000000"), shown(selection))).toBeGreaterThanOrEqual(4.5);
  for (const paperOf of [(colour: string) => colour, shown]) expect(contrast(paperOf(selection), paperOf("#ffffff"))).toBeGreaterThanOrEqual(1.2);
});

test("every theme has the same colours", () => {
  for (const theme of themes) expect(Object.keys(colours(theme))).toEqual(Object.keys(colours("light")));
});
