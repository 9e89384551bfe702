/** Copies beside the shell the two files that reading by machine needs of its packages: 3.6 MB of some 50. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";
import { ocrFiles } from "../archive/import/ocrFiles.ts";

const { resolve } = createRequire(import.meta.url);

export function ocrResources(): Plugin {
  return {
    name: "relire:ocr-resources",
    apply: "build",
    generateBundle() {
      const sources = { [ocrFiles.core]: `tesseract.js-core/${ocrFiles.core}`, [ocrFiles.data]: `@tesseract.js-data/fra/4.0.0_best_int/${ocrFiles.data}` };
      for (const [name, source] of Object.entries(sources)) this.emitFile({ type: "asset", fileName: `ocr/${name}`, source: readFileSync(resolve(source)) });
    },
  };
}
