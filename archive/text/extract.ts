/** The part of a hypertext whose words were chosen, with its structure: what stands around them is left out, with the pictures before and after. */
import type { Element, ElementContent, RootContent } from "hast";
import type { Hypertext } from "../model.ts";

type Node = RootContent | ElementContent;

/** `text` is a stretch of the hypertext's words as `plainText` gives them; null when it is not, or is empty. Spaces and ends of lines are not compared. */
export function extractOf(content: Hypertext, text: string): Hypertext | null {
  const wanted = bare(text);
  const from = wanted === "" ? -1 : bare(content.children.map(wordsOf).join("")).indexOf(wanted);
  if (from < 0) return null;
  const cut = cutter(from, from + wanted.length);
  const children = content.children.flatMap((child) => cut(child)) as RootContent[];
  return { ...content, children: [...children, ...notesCalledIn(children, content)] };
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

/** As `plainText` sees words: captions count, ways back from notes do not. */
function wordsOf(node: Node): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || isWayBack(node)) return "";
  if (node.tagName === "img") return typeof node.properties["title"] === "string" ? node.properties["title"] : "";
  return node.children.map(wordsOf).join("");
}

function isWayBack({ tagName, properties }: Element): boolean {
  return tagName === "a" && properties["dataFootnoteBackref"] !== undefined;
}

/** Keeps, node after node in the order of the text, what stands between two offsets, counted in characters that are no spaces. */
function cutter(from: number, to: number): (node: Node) => ElementContent[] {
  let at = 0;
  const isInside = (): boolean => at > from && at < to;
  function cutText(text: string): string {
    let kept = "";
    for (const character of text.split("")) {
      const isSpace = /\s/.test(character);
      if (isSpace ? isInside() : at >= from && at < to) kept += character;
      if (!isSpace) at += 1;
    }
    return kept;
  }
  return function cut(node): ElementContent[] {
    if (node.type === "text") {
      const value = cutText(node.value);
      return value === "" ? [] : [{ type: "text", value }];
    }
    if (node.type !== "element" || isWayBack(node)) return [];
    if (node.tagName === "img") {
      const title = cutText(wordsOf(node));
      return title !== "" || isInside() ? [{ ...node, properties: { ...node.properties, ...(title !== "" && { title }) } }] : [];
    }
    if (node.children.length === 0) return isInside() ? [node] : [];
    const first = firstItem(node);
    const starts: number[] = [];
    const children = node.children.flatMap((child, index) => {
      const kept = cut(child);
      // A row keeps its columns.
      if (node.tagName === "tr" && child.type === "element" && kept.length === 0) return [{ ...child, children: [] }];
      if (kept.some(({ type }) => type === "element")) starts.push(index);
      return kept;
    });
    if (!children.some(isSomething)) return [];
    const skipped = node.children.slice(0, starts[0] ?? 0).filter((child) => child.type === "element").length;
    return [{ ...node, children, properties: first === null || skipped === 0 ? node.properties : { ...node.properties, start: first + skipped } }];
  };
}

function isSomething(node: ElementContent): boolean {
  if (node.type === "text") return /\S/.test(node.value);
  return node.type === "element" && (!["td", "th"].includes(node.tagName) || node.children.length > 0);
}

/** The number that a numbered list begins with; null for anything else, notes included. */
function firstItem({ tagName, properties, children }: Element): number | null {
  const isNotes = children.some((child) => child.type === "element" && /-fn-/.test(String(child.properties["id"] ?? "")));
  if (tagName !== "ol" || isNotes) return null;
  return typeof properties["start"] === "number" ? properties["start"] : 1;
}

/** Of the notes at the end, those that the part calls and does not hold itself. */
function notesCalledIn(part: readonly Node[], whole: Hypertext): RootContent[] {
  const called = new Set<string>();
  const held = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type !== "element") return;
    if (node.properties["dataFootnoteRef"] !== undefined) called.add(String(node.properties["href"]).slice(1));
    held.add(String(node.properties["id"]));
    node.children.forEach(visit);
  };
  part.forEach(visit);
  return whole.children.flatMap((child) => {
    if (child.type !== "element" || child.properties["dataFootnotes"] === undefined) return [];
    const kept = child.children.flatMap((list) => (list.type === "element" ? [{ ...list, children: list.children.filter((item) => item.type === "element" && called.has(String(item.properties["id"])) && !held.has(String(item.properties["id"]))) }] : []));
    return kept.some(({ children }) => children.length > 0) ? [{ ...child, children: kept }] : [];
  });
}
