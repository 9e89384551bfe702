/** The style sheet of hand-outs, for each of their forms. */
import type { HandoutLook } from "./handout.ts";

/** Points. Large print: 18 for all that is to be read, as the American Printing House for the Blind asks. */
function sizeOf({ form, isLarge }: HandoutLook): number {
  return isLarge ? 18 : { a4: 11, booklet: 10, cards: 9.5 }[form];
}

/** Between the margins of a page, in points. */
const textWidths = { a4: 480, booklet: 341, cards: 240 };

/** How many characters stand side by side, more or less. */
export function charactersOf(look: HandoutLook): number {
  return Math.floor(textWidths[look.form] / (sizeOf(look) * 0.5));
}

export function handoutStyle(look: HandoutLook): string {
  const { form, isLarge, isBlackAndWhite } = look;
  const size = sizeOf(look);
  const accent = isBlackAndWhite ? "#000" : "#8a3324";
  const line = isBlackAndWhite ? "#000" : "#777";
  const small = isLarge ? "1em" : "0.82em";
  const tallest = { a4: "9cm", booklet: "7cm", cards: isLarge ? "2.8cm" : "4.5cm" }[form];
  return `
body { margin: 0; color: #000; font: 400 ${size}pt/${isLarge ? 1.5 : 1.42} "Source Serif 4", Georgia, "Noto Serif", serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-wrap: balance; break-after: avoid; break-inside: avoid; }
h1 { margin: 0 0 0.5em; font-size: ${isLarge ? 1.5 : 1.9}em; }
h2 { margin: 0 0 0.5em; color: ${accent}; font-size: ${isLarge ? 1.2 : 1.35}em; }
h3, h4, h5, h6 { margin: 1em 0 0.4em; font-size: ${isLarge ? 1.1 : 1.08}em; }
p, ul, ol, dl, pre, table { margin: 0 0 0.6em; }
p, li, dd { orphans: 2; widows: 2; }
header { margin-bottom: 1.6em; }
section { margin: 0 0 1.6em; }
ul, ol { padding-left: 1.5em; }
ul { list-style-type: "•\\2002"; }
ul ul { list-style-type: "◦\\2002"; }
li { margin-bottom: 0.25em; }
li > p:last-child, li > ul, li > ol { margin-bottom: 0.2em; }
blockquote { margin: 0.8em 0; padding-left: 1em; border-left: 1.5pt solid ${line}; }
blockquote > :last-child { margin-bottom: 0; }
figure { margin: 0.9em 0; text-align: center; break-inside: avoid; }
img { max-width: 100%; max-height: ${tallest}; width: auto; height: auto;${isBlackAndWhite ? " filter: grayscale(1);" : ""} }
figcaption { margin-top: 0.2em; font-size: ${small}; break-before: avoid; }
table { width: 100%; border-collapse: collapse; font-size: ${isLarge ? "1em" : "0.9em"}; line-height: 1.3; }
th, td { padding: 0.3em 0.6em 0.3em 0; border-bottom: 0.5pt solid ${line}; text-align: left; vertical-align: top; }
thead th { border-bottom: 1pt solid #000; }
tr { break-inside: avoid; }
.rows li { margin-bottom: 0.6em; break-inside: avoid; }
.rows p { margin: 0; }
.align-right { text-align: right; }
.align-center { text-align: center; }
pre { white-space: pre-wrap; }
code, pre { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.86em; }
hr { margin: 1em 25%; border: 0; border-top: 0.5pt solid ${line}; }
a { color: inherit; text-decoration: none; overflow-wrap: anywhere; }
sup, sub { line-height: 0; font-size: ${isLarge ? "0.8em" : "0.72em"}; }
[data-footnotes] { margin: 0.9em 0 0; padding-top: 0.4em; border-top: 0.5pt solid ${line}; font-size: ${small}; }
[data-footnotes] p { margin: 0; }
.own { padding-left: 0.9em; border-left: 2pt solid ${accent}; }
.role { color: ${accent}; font-weight: 650; break-after: avoid; }
.source, .about { font-size: ${small}; font-style: italic; }
.source { margin-top: 0.4em; break-before: avoid; break-inside: avoid; }
.cited { margin-top: 0.8em; font-size: ${small}; break-before: avoid; }
.cited p { margin: 0; break-after: avoid; }
.cited ol { margin: 0; }
.cited li { margin: 0; }
${form === "cards" ? cards(isLarge) : ""}`;
}

/** A part is a table without lines: its first and last lines are repeated on each of its cards. */
function cards(isLarge: boolean): string {
  return `
.cards header { break-after: page; margin: 0; }
.cards section { display: table; width: 100%; margin: 0; break-after: page; }
.cards section:last-child { break-after: auto; }
.cards section > h2, .cards section > .role { display: table-header-group; }
.cards section > .body { display: table-row-group; }
.cards section > .source { display: table-footer-group; }
.cards section > h2 > span { display: block; padding-bottom: 0.4em; font-size: ${isLarge ? 1 : 0.92}em; }
.cards section > .role > span { display: block; padding-bottom: 0.5em; }
.cards section > .source > span { display: block; padding-top: 0.3em; }
.cards .own { padding-left: 0; border-left: 0; }
`;
}
