/**
 * Letters handed to the person: as a file where they say, or to the printer. The librarian makes the bytes; the page for paper is drawn by a window
 * that nobody sees, runs no script and is gone right after.
 */
import { join } from "node:path";
import { app, BrowserWindow, dialog, type PrintToPDFOptions, type WebContents } from "electron";
import { type Answer, fail, succeed } from "../archive/model.ts";
import { writeFile } from "../archive/store/writeFile.ts";
import type { ExportTarget, LettersExport } from "./contract.ts";
import { fileName } from "./fileName.ts";
import type { LibrarianClient } from "./librarianClient.ts";
import type { Papers } from "./papers.ts";

const endings: Record<Exclude<ExportTarget, "printer">, Ending> = {
  markdown: { extension: "md", name: "Markdown" },
  html: { extension: "html", name: "HTML" },
  epub: { extension: "epub", name: "EPUB" },
  pdf: { extension: "pdf", name: "PDF" },
  pack: { extension: "relire", name: "Relire" },
};

/** A4, with room for the foot, in inches. The newer options are passed over by an Electron that does not know them. */
const paperLook = { pageSize: "A4", printBackground: false, margins: { top: 0.8, bottom: 0.9, left: 0.9, right: 0.9 }, generateTaggedPDF: true, generateDocumentOutline: true } satisfies PrintToPDFOptions;

export async function exportLetters({ target, ...request }: LettersExport, sender: WebContents, librarian: LibrarianClient, papers: Papers): Promise<Answer<boolean>> {
  const made = await librarian.ask("exported", { ...request, format: target === "pdf" || target === "printer" ? "paper" : target });
  if (!made.ok) return made;
  const { name, base64 } = made.value;
  const bytes = Buffer.from(base64, "base64");
  if (target === "printer") return onPaper(bytes, papers, (contents) => printed(contents));
  const drawn = (): Promise<Uint8Array> => onPaper(bytes, papers, (contents) => contents.printToPDF({ ...paperLook, ...footOf(name) }));
  return saveAs(name, endings[target], sender, () => (target === "pdf" ? drawn() : bytes));
}

interface Ending {
  extension: string;
  /** Of the format. */
  name: string;
}

/** A file kept where the person wants it, its content made once they chose; false when they think better of it. Fails with `export-failed`. */
export async function saveAs(name: string, ending: Ending, sender: WebContents, content: () => Uint8Array | Promise<Uint8Array>): Promise<Answer<boolean>> {
  const path = await placeFor(name, ending, sender);
  if (path === null) return succeed(false);
  try {
    await writeFile(path, await content());
    return succeed(true);
  } catch (error) {
    return fail("export-failed", { title: fileName(name), detail: error instanceof Error && "code" in error ? String(error.code) : String(error) });
  }
}

/** Where the person wants a file; null when they think better of it. */
async function placeFor(name: string, { extension, name: format }: Ending, sender: WebContents): Promise<string | null> {
  const options = { defaultPath: join(app.getPath("documents"), `${fileName(name)}.${extension}`), filters: [{ name: format, extensions: [extension] }] };
  const window = BrowserWindow.fromWebContents(sender);
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}

/** Has a page laid out by a window that nobody sees, and drawn. */
export async function onPaper<Outcome>(html: Uint8Array, papers: Papers, draw: (contents: WebContents) => Promise<Outcome>): Promise<Outcome> {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, spellcheck: false } });
  const address = papers.lay(html);
  try {
    await window.loadURL(address);
    return await draw(window.webContents);
  } finally {
    papers.remove(address);
    window.destroy();
  }
}

/** What it is and the page's number, at the foot of each page. */
export interface Foot {
  /** Width of the page, and of its margins, in inches. */
  page: number;
  side: number;
  points: number;
  color: string;
}

/** Chromium draws feet at a scale of its own: only shares of the page's width, which the outer box has, come out as they are meant. */
export function footOf(name: string, { page, side, points, color }: Foot = { page: 8.27, side: 0.9, points: 8, color: "#555" }): PrintToPDFOptions {
  const title = name.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const share = (inches: number): string => `${((inches / page) * 100).toFixed(3)}cqw`;
  const style = `display:flex;justify-content:space-between;gap:1em;padding:0 ${share(side)};font:${share(points / 72)} Georgia,serif;color:${color}`;
  const line = `<div style="container-type:inline-size;width:100%"><div style="${style}"><span style="overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${title}</span><span style="white-space:nowrap"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div></div>`;
  return { displayHeaderFooter: true, headerTemplate: "<span></span>", footerTemplate: line };
}

/** By the system's own dialog; false when the person thinks better of it. */
function printed(contents: WebContents): Promise<Answer<boolean>> {
  return new Promise((resolve) => {
    contents.print({ printBackground: false }, (isPrinted, reason) => {
      const isCancelled = /cancel/i.test(reason);
      resolve(isPrinted || isCancelled ? succeed(isPrinted) : fail("print-failed", { detail: reason }));
    });
  });
}
