/** The style sheets of exported letters: on screen, on paper, and in an EPUB, where the reader's own choices come first. */

/** Shared by all; measures are relative, so that a reader's text size holds. */
const text = `
article { margin: 0 auto; }
article + article { margin-top: 4em; }
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; break-after: avoid; }
h1 { margin: 0.2em 0 0.8em; font-size: 2em; }
h2 { margin: 2em 0 0.6em; font-size: 1.45em; }
p { margin: 0 0 0.9em; orphans: 2; widows: 2; }
.from, figcaption, footer { font-size: 0.8em; }
blockquote { margin: 1.4em 0; padding-left: 1.1em; border-left: 2px solid currentColor; }
figure { margin: 1.6em 0; text-align: center; break-inside: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.85em; }
th, td { padding: 0.4em 0.7em 0.4em 0; border-bottom: 1px solid #999; text-align: left; vertical-align: top; }
.align-right { text-align: right; }
.align-center { text-align: center; }
pre { white-space: pre-wrap; }
a { overflow-wrap: anywhere; }
footer { margin-top: 3em; padding-top: 1em; border-top: 1px solid #999; break-inside: avoid; }
`;

export const epubStyle = `${text}
nav ol { list-style: none; padding-left: 1em; }
`;

export const pageStyle = `
:root { color-scheme: light dark; --ink: #211d18; --paper: #fffdf9; --accent: #8a3324; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece6da; --paper: #1c1a15; --accent: #e59a82; } }
body { margin: 0; padding: 3em 1.5em; background: var(--paper); color: var(--ink); font: 400 18px/1.6 "Source Serif 4", Georgia, "Noto Serif", serif; }
article, nav { max-width: 34em; margin-right: auto; margin-left: auto; }
a { color: var(--accent); }
nav ol { padding-left: 1.2em; }
${text}
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --accent: #000; }
  body { padding: 0; font-size: 10.5pt; line-height: 1.5; }
  article, nav { max-width: none; }
  nav { break-after: page; }
  article + article { margin: 0; break-before: page; }
  a { text-decoration: none; }
  img { max-height: 9cm; }
}
`;

/** For the page that is printed or made a PDF: the app's own face, which a file on its own has not. `folder` is where its fonts are. */
export function paperFonts(folder: string): string {
  const face = (style: "normal" | "italic", part: "latin" | "latin-ext", range: string): string =>
    `@font-face { font-family: "Source Serif 4"; font-style: ${style}; font-weight: 200 900; src: url("${folder}/source-serif-4-${part}-opsz-${style}.woff2") format("woff2"); unicode-range: ${range}; }`;
  const latin = "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122";
  const extended = "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1EFF";
  return [face("normal", "latin", latin), face("italic", "latin", latin), face("normal", "latin-ext", extended), face("italic", "latin-ext", extended)].join("\n");
}
