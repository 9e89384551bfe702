/** A hand-out as the page that is made a PDF: A4, A5 for a booklet, A6 for cards, each part beginning a card and going on to the next. */
import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { element, linkList } from "./exportTree.ts";
import type { Handout, HandoutLook, HandoutPart } from "./handout.ts";
import { charactersOf, handoutStyle } from "./handoutStyle.ts";
import { narrowTables } from "./narrowTables.ts";

export function handoutHtml(handout: Handout, look: HandoutLook, fonts: string): string {
  const { title, purpose, about, language, parts } = handout;
  const lines = purpose.split(/\n+/).filter(Boolean);
  const head = element("header", {}, element("h1", {}, title), ...lines.map((line) => element("p", {}, line)), ...(about ? [element("p", { className: ["about"] }, about)] : []));
  const style = `${fonts}${handoutStyle(look)}`;
  const html = element(
    "html",
    { lang: language },
    element("head", {}, element("meta", { charSet: "utf-8" }), element("title", {}, title), element("style", {}, style)),
    element("body", {}, element("main", { className: [look.form] }, head, ...parts.map((part) => partTree(part, handout, charactersOf(look))))),
  );
  return `<!doctype html>\n${toHtml(html)}\n`;
}

/** The inner span of first and last line is for cards, where these are rows of a table, so that each card of a long passage has them. */
function partTree({ role, title, blocks, links, source, language }: HandoutPart, handout: Handout, characters: number): Element {
  const line = (name: string, text: string, properties: Element["properties"] = {}): Element => element(name, properties, element("span", {}, text));
  const first = role === null ? line("h2", title ?? "") : line("p", role, { className: ["role"], lang: handout.language });
  const cited = links.length > 0 ? [element("div", { className: ["cited"], lang: handout.language }, ...linkList(links, handout.words))] : [];
  const body = element("div", { className: ["body"] }, ...blocks.map((block) => narrowTables(shown(block, handout), characters)), ...cited);
  const last = source === null ? [] : [line("p", source, { className: ["source"], lang: handout.language })];
  return element("section", { lang: language, className: [role === null ? "passage" : "own"] }, first, body, ...last);
}

/** With the pictures inside. */
function shown(node: ElementContent, handout: Handout): ElementContent {
  if (node.type !== "element") return node;
  const picture = node.tagName === "img" ? handout.pictures.get(String(node.properties["src"])) : undefined;
  if (picture) return { ...node, properties: { ...node.properties, src: `data:${picture.type};base64,${Buffer.from(picture.bytes).toString("base64")}` } };
  return { ...node, children: node.children.map((child) => shown(child, handout)) };
}
