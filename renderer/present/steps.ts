/**
 * A text in the steps in which it is shown on a wall: a paragraph, a line of a list or a picture at a time. What would be too small to be read from the
 * back of a room is parted between sentences. Links are words there, and footnotes' numbers nothing.
 */
import type { Element, ElementContent, RootContent } from "hast";
import type { Hypertext } from "../../archive/model.ts";
import type { Run, Step } from "../bridge.ts";

type TextStep = Extract<Step, { kind: "text" }>;
type Role = TextStep["role"];

/** Characters that can be read on a wall at 5 % of its height a line. */
const longest = 440;

/** The steps of a text. `show` gives a stretch of it as the person reads it; `letter` is where its pictures are. */
export function stepsOf(content: Hypertext, letter: string, language: "fr" | "en", show: (text: string) => string): Step[] {
  return content.children.flatMap((node) => blockSteps(node, "paragraph", { letter, language, show }));
}

interface Reading {
  letter: string;
  language: string;
  show(text: string): string;
}

function blockSteps(node: RootContent | ElementContent, role: Role, reading: Reading): Step[] {
  if (node.type !== "element") return node.type === "text" && /\S/.test(node.value) ? textSteps([node], role, reading) : [];
  if (node.properties["dataFootnotes"] !== undefined || node.tagName === "hr") return [];
  if (node.tagName === "img") return pictureSteps(node, reading);
  if (/^h[1-6]$/.test(node.tagName)) return textSteps(node.children, "heading", reading);
  if (node.tagName === "blockquote") return node.children.flatMap((child) => blockSteps(child, "quote", reading));
  if (node.tagName === "li" || node.tagName === "tr") return itemSteps(node, reading);
  if (/^(?:ul|ol|table|thead|tbody|div|section|figure|dl)$/.test(node.tagName)) return node.children.flatMap((child) => blockSteps(child, role, reading));
  return textSteps(node.children, role, reading);
}

/** What stands directly in a line of a list is one text; blocks in it, lists among them, come after. */
function itemSteps(item: Element, reading: Reading): Step[] {
  const isBlock = (child: ElementContent): boolean => child.type === "element" && /^(?:p|ul|ol|blockquote|table)$/.test(child.tagName);
  const direct = item.children.filter((child) => !isBlock(child));
  return [...textSteps(direct, "item", reading), ...item.children.filter(isBlock).flatMap((child) => blockSteps(child, "item", reading))];
}

function pictureSteps({ properties }: Element, { letter }: Reading): Step[] {
  const path = typeof properties["src"] === "string" ? properties["src"] : null;
  return path === null ? [] : [{ kind: "picture", letter, path, alt: typeof properties["alt"] === "string" ? properties["alt"] : "" }];
}

function textSteps(nodes: readonly ElementContent[], role: Role, reading: Reading): Step[] {
  const runs = trimmed(joined(nodes.flatMap((node) => runsOf(node, undefined, reading))));
  const pictures = nodes.flatMap(picturesIn).flatMap((picture) => pictureSteps(picture, reading));
  const texts: Step[] = parted(runs, reading.language).map((part) => ({ kind: "text", role, runs: part }));
  return [...texts, ...pictures];
}

function picturesIn(node: ElementContent): Element[] {
  if (node.type !== "element") return [];
  return node.tagName === "img" ? [node] : node.children.flatMap(picturesIn);
}

function runsOf(node: ElementContent, look: Run["look"], reading: Reading): Run[] {
  if (node.type === "text") return [{ text: reading.show(node.value.replace(/\s+/g, " ")), look }];
  if (node.type !== "element" || node.tagName === "img" || node.properties["dataFootnoteRef"] !== undefined) return [];
  if (node.tagName === "br") return [{ text: " ", look }];
  const inner = looks[node.tagName] ?? look;
  const runs = node.children.flatMap((child) => runsOf(child, inner, reading));
  return node.tagName === "td" || node.tagName === "th" ? [...runs, { text: " ", look }] : runs;
}

const looks: Record<string, Run["look"]> = { em: "emphasis", i: "emphasis", strong: "strong", b: "strong" };

/** Neighbours of one look are one run. */
function joined(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (last && last.look === run.look) last.text += run.text;
    else if (run.text !== "") kept.push({ ...run });
  }
  return kept;
}

function trimmed(runs: readonly Run[]): Run[] {
  const last = runs.length - 1;
  const texts = runs.map(({ text, look }, index) => ({ text: index === 0 ? text.trimStart() : text, look }));
  return texts.map(({ text, look }, index) => ({ text: index === last ? text.trimEnd() : text, look })).filter(({ text }) => text !== "");
}

/** Parts of about one length, each of whole sentences, none longer than can be read unless a sentence is. */
function parted(runs: readonly Run[], language: string): Run[][] {
  const text = runs.map((run) => run.text).join("");
  if (text === "") return [];
  if (text.length <= longest) return [[...runs]];
  const aim = text.length / Math.ceil(text.length / longest);
  const ends: number[] = [];
  let start = 0;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)) {
    const next = index + segment.length;
    if (end > start && (next - start > longest || Math.abs(end - start - aim) < Math.abs(next - start - aim))) {
      ends.push(end);
      start = end;
    }
    end = next;
  }
  return [...ends, text.length].map((to, part, all) => trimmed(slice(runs, part === 0 ? 0 : (all[part - 1] ?? 0), to)));
}

function slice(runs: readonly Run[], from: number, to: number): Run[] {
  let at = 0;
  return runs.flatMap(({ text, look }) => {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    return part === "" ? [] : [{ text: part, look }];
  });
}
