import { describe, expect, test } from "vitest";
import { marks } from "../../archive/text/marks.ts";
import type { MarkedContent, PageItem } from "../../archive/text/pageBody.ts";
import { rangesOf } from "../../renderer/marks/highlight.ts";
import { pageOfLabel } from "../../renderer/pdf/pageLabels.ts";
import { selectedOn } from "../../renderer/pdf/selectedText.ts";
import { readTextLayer } from "../../renderer/pdf/textLayer.ts";
import { nextSize, wheelFactor, withinLimits } from "../../renderer/pdf/zoom.ts";

describe("finding a page by what is printed on it", () => {
  const labels = ["1", "ii", "iii", "1", "2", "A-1"];

  test("takes the printed label before the place", () => {
    expect(pageOfLabel(labels, "2")).toBe(5);
  });

  test("reads roman numbers and any other label, whatever the case and spaces", () => {
    expect(pageOfLabel(labels, " III ")).toBe(3);
    expect(pageOfLabel(labels, "a-1")).toBe(6);
  });

  test("means the numbered page rather than the cover that bears its place", () => {
    expect(pageOfLabel(labels, "1")).toBe(4);
  });

  test("falls back on the place", () => {
    expect(pageOfLabel(labels, "6")).toBe(6);
  });

  test("says when there is no such page", () => {
    for (const typed of ["", "0", "7", "xx", "1.5"]) expect(pageOfLabel(labels, typed)).toBeNull();
  });
});

describe("changing the size of pages", () => {
  test("goes to the next stop, never past the limits", () => {
    expect(nextSize(0.84, 1)).toBe(0.9);
    expect(nextSize(0.84, -1)).toBe(0.75);
    expect(nextSize(1, 1)).toBe(1.1);
    expect(nextSize(4, 1)).toBe(4);
    expect(nextSize(0.25, -1)).toBe(0.25);
  });

  test("follows the wheel by steps and a pinch by degrees", () => {
    expect(wheelFactor(-120)).toBeCloseTo(1.1);
    expect(wheelFactor(120)).toBeCloseTo(1 / 1.1);
    expect(wheelFactor(-1)).toBeCloseTo(1.01);
    expect(withinLimits(9)).toBe(4);
    expect(withinLimits(0.1)).toBe(0.25);
  });
});

describe("reading a page's text layer back", () => {
  /** Drawn side by side on one line, unless told otherwise. */
  const piece = (str: string, more: Partial<PageItem> = {}): PageItem => ({ str, hasEOL: false, width: 0, height: 0, transform: [1, 0, 0, 1, 0, 0], dir: "ltr", ...more });

  /** A layer as pdf.js makes it of such pieces. */
  function layer(items: readonly (PageItem | MarkedContent)[]): HTMLElement {
    const root = document.createElement("div");
    let parent: HTMLElement = root;
    for (const item of items) {
      const span = document.createElement("span");
      if (!("str" in item)) {
        span.className = "markedContent";
        if (item.tag === "Artifact") span.ariaHidden = "true";
        if (item.type === "endMarkedContent") parent = parent.parentElement ?? root;
        else parent = parent.appendChild(span);
        continue;
      }
      span.textContent = item.str;
      if (item.str !== "") parent.append(span);
      if (item.hasEOL) parent.append(document.createElement("br"));
    }
    return root;
  }

  function read(items: readonly (PageItem | MarkedContent)[]) {
    return readTextLayer(layer(items), items);
  }

  test("reads a word cut at the end of a line, and marks both halves", () => {
    const { text, places } = read([{ type: "beginMarkedContentProps", tag: "P" }, piece("La mutuali-", { hasEOL: true }), piece("sation des outils"), { type: "endMarkedContent" }]);
    expect(text).toBe("La mutuali-\nsation des outils");
    expect(rangesOf(places, marks(text, [{ term: "mutualisation", prefix: false }])).map(String)).toEqual(["mutuali-", "sation"]);
  });

  test("joins the pieces of one line, as the index does", () => {
    expect(read([piece("par"), piece("tage"), piece("", { hasEOL: true })]).text).toBe("partage\n");
  });

  test("passes over running heads, and keeps what follows on its own nodes", () => {
    const { text, places } = read([{ type: "beginMarkedContent", tag: "Artifact" }, piece("Page 3", { hasEOL: true }), { type: "endMarkedContent" }, piece("carte")]);
    expect(text).toBe("carte");
    expect(places.map(({ node }) => node.data)).toEqual(["carte"]);
  });
});

describe("what is selected on the pages", () => {
  const sheet = document.createElement("div");
  sheet.innerHTML = '<div class="page" data-page-number="7"><div class="textLayer"><span>Le partage</span></div></div>';

  test("is told with its page", () => {
    document.body.replaceChildren(sheet);
    document.getSelection()?.selectAllChildren(sheet.querySelector("span")!);
    expect(selectedOn(sheet, 3)).toEqual({ text: "Le partage", page: 7 });
  });

  test("is nothing in a window where nothing ever was", () => {
    document.body.replaceChildren(sheet);
    document.getSelection()?.removeAllRanges();
    expect(selectedOn(sheet, 3)).toBeNull();
  });
});
