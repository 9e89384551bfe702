/**
 * Marks on what is displayed, drawn by CSS Custom Highlights: the page's elements are never touched, so that selection, copying and
 * screen readers see the text as it is. Letters and PDF pages share one registry; each owner adds and removes its own ranges only.
 */
import { marks } from "../../archive/text/marks.ts";
import { type ShownText, shownMarks } from "../../archive/text/shownText.ts";
import type { Mark, SearchTerm } from "../../archive/model.ts";
import type { NoteColour } from "../../archive/noteColours.ts";
import { shownIn } from "../comfort/shownTexts.ts";

/**
 * Names of the highlights in style sheets: on text, on the transparent text that lies over a drawn page, the one come to there and in texts, what a
 * voice is saying, and what a person marked.
 */
export type MarkLook = "found" | "found-page" | "found-here" | "come-to" | "spoken" | `note-${NoteColour}` | `note-${NoteColour}-page`;

/** A text node and where its text begins in the text that was searched. */
export interface TextPlace {
  node: Text;
  start: number;
  /** What was searched, where the node shows it in another form. */
  shown?: ShownText | undefined;
}

/** Elements that run along with the text around them; any other one separates words, like a line break. */
const inlineNames = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(" "),
);

/** The ranges of the words of an element that match a term, in reading order. What only some readers perceive is passed over. */
export function markText(root: HTMLElement, terms: readonly SearchTerm[]): Range[] {
  if (terms.length === 0) return [];
  return textBlocks(root).flatMap((block) => {
    let text = "";
    const places = block.map((node): TextPlace => {
      const start = text.length;
      const shown = shownIn(node);
      text += shown?.stored ?? node.data;
      return { node, start, shown };
    });
    return rangesOf(places, marks(text, terms));
  });
}

/** Marks in a text as ranges over the nodes that it was read from: one for each node that a mark crosses. */
export function rangesOf(places: readonly TextPlace[], found: readonly Mark[]): Range[] {
  const ranges: Range[] = [];
  let first = 0;
  for (const [from, to] of found) {
    while (first < places.length && endOf(places[first]) <= from) first++;
    for (let index = first; index < places.length; index++) {
      const place = places[index];
      if (!place || place.start >= to) break;
      // On a page whose pieces are being laid out anew, one may stand after another that ends later.
      if (endOf(place) <= from) continue;
      const inNode: Mark = [Math.max(from - place.start, 0), Math.min(to - place.start, lengthOf(place))];
      for (const [start, end] of place.shown ? shownMarks(place.shown, [inNode]) : [inNode]) {
        const range = document.createRange();
        range.setStart(place.node, start);
        range.setEnd(place.node, end);
        if (!range.collapsed) ranges.push(range);
      }
    }
  }
  return ranges;
}

function endOf(place: TextPlace | undefined): number {
  return place ? place.start + lengthOf(place) : 0;
}

/** Of the text that was searched. */
function lengthOf({ node, shown }: TextPlace): number {
  return shown ? shown.stored.length : node.length;
}

/** All of an element's text as it is stored, blocks on lines of their own, with the way to its nodes. Elements can be left out. */
export function readText(root: HTMLElement, isLeftOut: (element: Element) => boolean): { text: string; places: TextPlace[] } {
  let text = "";
  const places: TextPlace[] = [];
  for (const block of textBlocks(root, isLeftOut)) {
    if (text !== "") text += "\n";
    for (const node of block) {
      const shown = shownIn(node);
      places.push({ node, start: text.length, shown });
      text += shown?.stored ?? node.data;
    }
  }
  return { text, places };
}

/** The text nodes of each block, blocks in reading order. */
function textBlocks(root: HTMLElement, isLeftOut: (element: Element) => boolean = () => false): Text[][] {
  const blocks: Text[][] = [[]];
  const visit = (parent: Node): void => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) blocks.at(-1)?.push(node);
      else if (node instanceof Element && !isPassedOver(node) && !isLeftOut(node)) visitElement(node);
    }
  };
  const visitElement = (element: Element): void => {
    const separates = !inlineNames.has(element.localName);
    if (separates) blocks.push([]);
    visit(element);
    if (separates) blocks.push([]);
  };
  visit(root);
  return blocks.filter((block) => block.length > 0);
}

function isPassedOver(element: Element): boolean {
  // What lies over a field is perceived as the field, and painted in its place.
  const isUnheard = element.getAttribute("aria-hidden") === "true" && !element.hasAttribute("data-mirrors");
  return isUnheard || element.localName === "textarea" || element.classList.contains("visually-hidden");
}

const shown = new Map<object, { look: MarkLook; ranges: Range[] }>();

/** Shows these ranges for an owner, in place of those it showed before. */
export function showMarks(owner: object, ranges: Range[], look: MarkLook = "found"): void {
  clearMarks(owner);
  if (ranges.length === 0) return;
  shown.set(owner, { look, ranges });
  const highlight = highlightOf(look);
  for (const range of ranges) highlight.add(range);
}

/** Takes away what an owner shows; nothing else. */
export function clearMarks(owner: object): void {
  const former = shown.get(owner);
  if (!former) return;
  shown.delete(owner);
  const highlight = highlightOf(former.look);
  for (const range of former.ranges) highlight.delete(range);
}

function highlightOf(look: MarkLook): Highlight {
  const registered = CSS.highlights.get(look);
  if (registered) return registered;
  const highlight = new Highlight();
  if (look === "found-here" || look === "come-to") highlight.priority = 1;
  if (look.startsWith("note-")) highlight.priority = -1;
  CSS.highlights.set(look, highlight);
  return highlight;
}
