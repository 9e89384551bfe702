/** Scans made in the test itself: pages of French drawn in the app's own window, a little askew and greyish, as pictures of a PDF. */
import type { Page } from "@playwright/test";
import { type ScannedPage, scanPdf } from "../fixtures/scanPdf.ts";

export interface Scan {
  bytes: Uint8Array;
  /** Where a word was drawn: its centre, in shares of the upright page. */
  centreOf(page: number, word: string): { x: number; y: number };
}

/** One text a page, lines of its own; `rotate` is how the file has the pages turned. */
export async function scan(window: Page, texts: readonly string[], rotate: ScannedPage["rotate"] = 0): Promise<Scan> {
  const drawn = await window.evaluate(draw, { texts, rotate });
  const pages = drawn.map(({ base64, width, height }): ScannedPage => ({ jpeg: Buffer.from(base64, "base64"), width, height, rotate }));
  return {
    bytes: scanPdf(pages),
    centreOf(page, word) {
      const found = drawn[page - 1]?.words.find(({ text }) => text === word);
      if (!found) throw new Error(`${word} is not on page ${page}`);
      return found;
    },
  };
}

interface Drawn {
  base64: string;
  width: number;
  height: number;
  words: { text: string; x: number; y: number }[];
}

/** Runs in the window. A5 at 150 points an inch; turned, the picture lies as its page was put on the glass. */
async function draw({ texts, rotate }: { texts: readonly string[]; rotate: number }): Promise<Drawn[]> {
  const [wide, high] = [874, 1240];
  const pages: Drawn[] = [];
  for (const text of texts) {
    const isLying = rotate % 180 !== 0;
    const canvas = new OffscreenCanvas(isLying ? high : wide, isLying ? wide : high);
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.fillStyle = "#f1efe9";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.rotate((-rotate * Math.PI) / 180 + 0.004);
    pen.translate(-wide / 2, -high / 2);
    pen.fillStyle = "#2b2723";
    pen.font = "24px serif";
    const words: Drawn["words"] = [];
    for (const [index, line] of text.split("\n").entries()) {
      const y = 120 + index * 38;
      pen.fillText(line, 90, y);
      for (const { 0: word, index: at } of line.matchAll(/\p{L}+/gu)) {
        const [from, to] = [pen.measureText(line.slice(0, at)).width, pen.measureText(line.slice(0, at + word.length)).width];
        words.push({ text: word, x: (90 + (from + to) / 2) / wide, y: (y - 8) / high });
      }
    }
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    pages.push({ base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")), width: canvas.width, height: canvas.height, words });
  }
  return pages;
}
