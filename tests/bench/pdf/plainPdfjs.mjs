/** pdf.js alone, as it comes: the text of every page, and nothing done with it. Run as a process of its own, as our reader is. */
import { readFileSync } from "node:fs";

Object.assign(globalThis, { DOMMatrix: class {} });
Object.assign(globalThis, { pdfjsWorker: await import("pdfjs-dist/legacy/build/pdf.worker.mjs") });
const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");

process.on("message", (/** @type {{ file: string, task: "text" | "artifacts" }} */ { file, task }) => void (task === "text" ? readText(file) : readArtifacts(file)));
process.send?.("ready");

/** Answers how long all of it took. @param {string} file */
async function readText(file) {
  const bytes = new Uint8Array(readFileSync(file));
  const started = performance.now();
  const task = pdfjs.getDocument({ data: bytes, verbosity: 0 });
  const pdf = await task.promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  await task.destroy();
  process.send?.({ pages: pdf.numPages, milliseconds: performance.now() - started });
}

/** Answers the text of each page that its tags call an artifact: running heads, page numbers. @param {string} file */
async function readArtifacts(file) {
  const task = pdfjs.getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const pdf = await task.promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true });
    /** @type {boolean[]} */
    const nested = [];
    let text = "";
    for (const item of items) {
      if ("str" in item) text += nested.includes(true) ? `${item.str}${item.hasEOL ? "\n" : ""}` : "";
      else if (item.type === "endMarkedContent") nested.pop();
      else nested.push("tag" in item && item.tag === "Artifact");
      if (!("str" in item)) text += " ";
    }
    pages.push(text);
  }
  await task.destroy();
  process.send?.(pages);
}
