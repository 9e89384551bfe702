/** PDFs as different programs make them, from the bundled reports' own French: columns, notes, tables, words cut at line ends, ligatures, old fonts. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { onPath } from "../../../build/setup/onPath.mjs";
import { findChromium } from "../../../build/setup/libraries.mjs";
import { projectFolder } from "../places.mjs";

/** @typedef {{ name: string, file: string }} MadePdf */

/** Makes what the programs that are here can make, into `folder`. @param {string} folder @returns {MadePdf[]} */
export function makePdfs(folder) {
  mkdirSync(folder, { recursive: true });
  const texts = readTexts();
  return [...typstPdfs(folder, texts), ...latexPdfs(folder, texts), ...groffPdfs(folder, texts), ...webPdfs(folder, texts), ...officePdfs(folder)];
}

/** The reports' paragraphs, as plain text. @returns {string[]} */
function readTexts() {
  const content = join(projectFolder, "archive/content");
  const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((name) => /reports\/[^/]+\.md$/.test(name)).sort();
  return files.flatMap((file) => {
    const body = readFileSync(join(content, file), "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");
    return body
      .split(/\n{2,}/)
      .map((block) => block.replace(/^\s*\[\^.*?\]:/gm, "").replace(/\[\^.*?\]|!?\[([^\]]*)\]\([^)]*\)|\{[^}]*\}|[#>*|`_~]|^\s*[-\d]+\.?\s/gm, "$1").replace(/[^\s!-\u017F\u2010-\u2027\u202F\u20AC«»]/gu, "").replace(/\s+/g, " ").trim())
      .filter((block) => block.length > 60 && !block.includes("---"));
  });
}

/** @param {string} folder @param {string[]} texts @returns {MadePdf[]} */
function typstPdfs(folder, texts) {
  const require = createRequire(join(projectFolder, "package.json"));
  /** @type {typeof import("@myriaddreamin/typst-ts-node-compiler")} */
  const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
  const fontPaths = ["source-serif-4", "source-sans-3"].flatMap((family) => ["400Regular", "400Regular_Italic", "700Bold"].map((style) => join(projectFolder, "node_modules/@expo-google-fonts", family, style)));
  const compiler = NodeCompiler.create({ workspace: projectFolder, fontArgs: [{ fontPaths }] });
  const literal = (/** @type {string} */ text) => `#${JSON.stringify(text)};`;
  const paragraphs = texts.map(literal);
  const rows = texts.slice(0, 80).map((text, index) => `[${index + 1}], [${literal(text.slice(0, 60))}], [${literal(text.slice(60, 140))}]`);
  const look = '#set text(lang: "fr", font: "Source Serif 4", hyphenate: true)\n#set par(justify: true)\n';
  const sources = {
    "two columns (Typst)": `${look}#set page(columns: 2, margin: 2cm)\n#set text(size: 9pt)\n${paragraphs.join("\n\n")}`,
    "footnotes (Typst)": `${look}#set page(numbering: "1")\n${paragraphs.map((text, index) => (index % 4 ? text : `${text}#footnote[${literal(texts[(index + 7) % texts.length]?.slice(0, 120) ?? "")}]`)).join("\n\n")}`,
    "a table (Typst)": `${look}#table(columns: 3, ${rows.join(",\n")})`,
    "drop capitals, superscripts, a turned line (Typst)": `${look}#place(right, rotate(-90deg, reflow: true)[${literal("Archives départementales, cote douze")}])\n${paragraphs.map((text, index) => (index % 5 ? text : `#par[#text(size: 2em)[${literal((texts[index] ?? "").slice(0, 1))}]${literal((texts[index] ?? "").slice(1))}#super[e] et 1#super[er] rang]`)).join("\n\n")}`,
  };
  return Object.entries(sources).map(([name, mainFileContent]) => {
    const compiled = compiler.compile({ mainFileContent });
    if (!compiled.result) throw new Error(`${name}: ${JSON.stringify(compiled.takeError()?.shortDiagnostics.slice(0, 2))}`);
    return put(folder, name, compiler.pdf(compiled.result, { pdfTags: false }));
  });
}

/** @param {string} folder @param {string[]} texts @returns {MadePdf[]} */
function latexPdfs(folder, texts) {
  if (!onPath("pdflatex")) return [];
  const escape = (/** @type {string} */ text) => text.replace(/[\\&%$#_{}~^]/g, " ").replace(/[\u202F\u00A0\u2009]/g, "~").replace(/[^\s!-\u00FF~œŒ’‘“”–—…«»€]/gu, " ").replace(/€/g, "euros");
  const body = texts.map((text, index) => `${escape(text)}${index % 6 ? "" : `\\footnote{${escape(texts[(index + 3) % texts.length]?.slice(0, 100) ?? "")}}`}`).join("\n\n");
  const head = (/** @type {string} */ encoding, /** @type {string} */ options) => `\\documentclass[${options}]{article}\n\\usepackage[utf8]{inputenc}\n${encoding}\n\\usepackage[french]{babel}\n\\begin{document}\n`;
  const make = (/** @type {string} */ name, /** @type {string} */ source, /** @type {string[][]} */ commands) => {
    writeFileSync(join(folder, "work.tex"), source);
    for (const [command = "", ...words] of commands) spawnSync(command, words, { cwd: folder, stdio: "ignore" });
    return put(folder, name, readFileSync(join(folder, "work.pdf")));
  };
  const pdflatex = [["pdflatex", "-interaction=batchmode", "work.tex"]];
  return [
    make("two columns, T1 fonts (pdfLaTeX)", `${head("\\usepackage[T1]{fontenc}\\usepackage{lmodern}", "twocolumn")}${body}\n\\end{document}`, pdflatex),
    make("old OT1 fonts, accents apart (pdfLaTeX)", `${head("", "11pt")}${body}\n\\end{document}`, pdflatex),
    ...(onPath("ps2pdf") && onPath("dvips") ? [make("DVI through Ghostscript", `${head("\\usepackage[T1]{fontenc}\\usepackage{lmodern}", "11pt")}${body}\n\\end{document}`, [["latex", "-interaction=batchmode", "work.tex"], ["dvips", "-q", "work.dvi"], ["ps2pdf", "work.ps"]])] : []),
  ];
}

/** @param {string} folder @param {string[]} texts @returns {MadePdf[]} */
function groffPdfs(folder, texts) {
  if (!onPath("groff") || !onPath("ps2pdf")) return [];
  const source = `.hla fr\n.hy 4\n.2C\n${texts.map((text) => `.PP\n${text.replace(/^[.']/gm, "\\&$&")}`).join("\n")}\n`;
  const postscript = spawnSync("groff", ["-k", "-ms", "-mfr", "-Tps"], { input: source, maxBuffer: 2 ** 28 }).stdout;
  writeFileSync(join(folder, "work.ps"), postscript);
  spawnSync("ps2pdf", ["work.ps", "work.pdf"], { cwd: folder });
  return [put(folder, "two columns (groff, Ghostscript)", readFileSync(join(folder, "work.pdf")))];
}

/** @param {string} folder @param {string[]} texts @returns {MadePdf[]} */
function webPdfs(folder, texts) {
  const chromium = findChromium();
  if (!chromium) return [];
  const escape = (/** @type {string} */ text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const blocks = texts.map((text, index) => (index % 9 ? `<p>${escape(text)}</p>` : `<h2>${escape(text.slice(0, 50))}</h2><p style="letter-spacing:.02em">${escape(text)}</p>`)).join("\n");
  writeFileSync(join(folder, "work.html"), `<!doctype html><html lang="fr"><meta charset="utf-8"><style>p{text-align:justify;hyphens:auto}main{columns:2}</style><main>${blocks}</main>`);
  spawnSync(chromium, ["--headless", "--no-sandbox", "--disable-gpu", `--print-to-pdf=${join(folder, "work.pdf")}`, "--no-pdf-header-footer", join(folder, "work.html")], { stdio: "ignore", timeout: 60_000 });
  return [put(folder, "printed from a browser (Chromium)", readFileSync(join(folder, "work.pdf")))];
}

/** Of the page that was made for the browser. @param {string} folder @returns {MadePdf[]} */
function officePdfs(folder) {
  if (!onPath("soffice") || !existsSync(join(folder, "work.html"))) return [];
  spawnSync("soffice", ["--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt", "work.html"], { cwd: folder, stdio: "ignore" });
  spawnSync("soffice", ["--headless", "--convert-to", "pdf", "work.odt"], { cwd: folder, stdio: "ignore" });
  return [put(folder, "exported from LibreOffice", readFileSync(join(folder, "work.pdf")))];
}

/** @param {string} folder @param {string} name @param {Uint8Array} bytes @returns {MadePdf} */
function put(folder, name, bytes) {
  const file = join(folder, `${name.replace(/[^a-z0-9]+/gi, "-").toLowerCase()}.pdf`);
  writeFileSync(file, bytes);
  return { name, file };
}
