/** A hand-out as the page that is made a PDF: A4, A5 for a booklet, A6 for cards, each card on a page of its own. */
import { toHtml } from "hast-util-to-html";
import { element } from "./exportTree.ts";
import type { Handout, HandoutLook, HandoutPart } from "./handout.ts";

export function handoutHtml(handout: Handout, look: HandoutLook, fonts: string): string {
  const { title, purpose, about, language, parts } = handout;
  const lines = purpose.split(/\n+/).filter(Boolean);
  const head = element("header", {}, element("h1", {}, title), ...lines.map((line) => element("p", {}, line)), ...(about ? [element("p", { className: ["about"] }, about)] : []));
  const style = `${fonts}${sheetStyle(look)}`;
  const html = element(
    "html",
    { lang: language },
    element("head", {}, element("meta", { charSet: "utf-8" }), element("title", {}, title), element("style", {}, style)),
    element("body", {}, element("main", { className: [look.form] }, head, ...parts.map(partTree))),
  );
  return `<!doctype html>\n${toHtml(html)}\n`;
}

function partTree({ role, title, paragraphs, source, language }: HandoutPart): ReturnType<typeof element> {
  const first = role === null ? element("h2", {}, title ?? "") : element("p", { className: ["role"] }, role);
  return element("section", { lang: language, className: [role === null ? "passage" : "own"] }, first, ...paragraphs.map((line) => element("p", {}, line)), ...(source === null ? [] : [element("p", { className: ["source"] }, source)]));
}

/** Large print: 18 points for all that is to be read, as the American Printing House for the Blind asks. */
function sheetStyle({ form, isLarge, isBlackAndWhite }: HandoutLook): string {
  const size = isLarge ? 18 : { a4: 11, booklet: 10, cards: 9.5 }[form];
  const accent = isBlackAndWhite ? "#000" : "#8a3324";
  const small = isLarge ? "1em" : "0.82em";
  return `
body { margin: 0; color: #000; font: 400 ${size}pt/${isLarge ? 1.5 : 1.42} "Source Serif 4", Georgia, "Noto Serif", serif; }
h1, h2 { line-height: 1.2; text-wrap: balance; break-after: avoid; }
h1 { margin: 0 0 0.5em; font-size: ${isLarge ? 1.5 : 1.9}em; }
h2 { margin: 0 0 0.5em; color: ${accent}; font-size: ${isLarge ? 1.2 : 1.35}em; }
p { margin: 0 0 0.6em; orphans: 2; widows: 2; overflow-wrap: break-word; }
header { margin-bottom: 1.6em; }
section { margin: 0 0 1.6em; }
.own { padding-left: 0.9em; border-left: 2pt solid ${accent}; }
.role { color: ${accent}; font-weight: 650; break-after: avoid; }
.source, .about { font-size: ${small}; font-style: italic; }
.source { margin-top: 0.4em; }
.cards header, .cards section { break-after: page; margin: 0; }
.cards section:last-child { break-after: auto; }
`;
}
