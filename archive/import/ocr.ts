/**
 * Words made out of the picture of a page, by Tesseract's neural network for French compiled to WebAssembly, and by nothing else: its code and data are
 * read from files beside, and there is no code in it that would fetch any. In this very process: `ocrReader.ts` has pages read in one of its own.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import loadCore, { type TesseractApi, type TesseractModule } from "tesseract.js-core/tesseract-core-simd-lstm.js";
import { type Answer, fail, type MachineLine, succeed } from "../model.ts";
import { ocrFiles } from "./ocrFiles.ts";
import type { PagePicture } from "./ocrWire.ts";

export interface Ocr {
  read(picture: PagePicture): Answer<MachineLine[]>;
}

/** Tesseract's `OEM_LSTM_ONLY`. */
const networkOnly = 1;
/** Least confidence of a word that is kept, from 0 to 100: below, it is mostly the grain of a picture. */
const leastConfidence = 10;

/** `folder` holds the files that `ocrFiles.ts` names. Rejects when they are not there, or the processor lacks the vector instructions (SSE4.1, Neon) they need. */
export async function loadOcr(folder: string): Promise<Ocr> {
  const silent = (): void => {};
  const module = await loadCore({ wasmBinary: readFileSync(join(folder, ocrFiles.core)), print: silent, printErr: silent });
  module.FS.writeFile("/fra.traineddata", gunzipSync(readFileSync(join(folder, ocrFiles.data))));
  const api = new module.TessBaseAPI();
  if (api.Init("/", "fra", networkOnly) !== 0) throw new Error("Tesseract does not take its language data");
  return { read: (picture) => readPicture(module, api, picture) };
}

function readPicture({ FS }: TesseractModule, api: TesseractApi, { width, height, grey, dotsPerInch }: PagePicture): Answer<MachineLine[]> {
  // Portable graymap, which Leptonica reads as it is.
  FS.writeFile("/input", Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]));
  try {
    if (api.SetImageFile(1, 0) === 1) return fail("machine-stopped", { detail: "the picture cannot be read" });
    api.SetVariable("user_defined_dpi", String(dotsPerInch));
    if (api.Recognize(null) !== 0) return fail("machine-stopped", { detail: "the page cannot be read" });
    return succeed(linesIn(api.GetTSVText(0), width, height));
  } finally {
    api.Clear();
    FS.unlink("/input");
  }
}

/** Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Words are of level 5. */
export function linesIn(table: string, width: number, height: number): MachineLine[] {
  const lines = new Map<string, MachineLine>();
  for (const row of table.split("\n")) {
    const [level, page, block, paragraph, line, , left, top, wide, high, confidence, ...rest] = row.split("\t");
    const text = rest.join(" ").trim().normalize("NFC");
    if (level !== "5" || text === "" || !(Number(confidence) >= leastConfidence)) continue;
    const key = [page, block, paragraph, line].join(" ");
    const words = lines.get(key) ?? [];
    lines.set(key, words);
    words.push([text.slice(0, 500), shareOf(left, width), shareOf(top, height), shareOf(wide, width), shareOf(high, height), Math.min(100, Math.round(Number(confidence)))]);
  }
  return [...lines.values()];
}

/** In ten-thousandths: of A4, a thirtieth of a millimetre. */
function shareOf(points: string | undefined, of: number): number {
  return Math.min(1, Math.max(0, Math.round(((Number(points) || 0) / of) * 10_000) / 10_000));
}
