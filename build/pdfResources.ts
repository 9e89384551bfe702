/**
 * Copies beside the window what pdf.js may have to fetch for a document: character maps, standard fonts, decoders, colour profiles,
 * with their licences. Its scripting engine stays behind.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const folders = ["cmaps", "standard_fonts", "wasm", "iccs"];

export function pdfResources(): Plugin {
  const source = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return {
    name: "relire:pdf-resources",
    apply: "build",
    generateBundle() {
      for (const folder of folders) {
        for (const name of readdirSync(join(source, folder)).filter((name) => !name.startsWith("quickjs") && !name.includes("QUICKJS"))) {
          this.emitFile({ type: "asset", fileName: `pdfjs/${folder}/${name}`, source: readFileSync(join(source, folder, name)) });
        }
      }
    },
  };
}
