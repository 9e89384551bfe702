/** Everything else that runs in Node: the librarian, the command line, the content's builder. CommonJS for Electron 25 and later. */
import { defineConfig } from "vite";
import { ocrResources } from "./ocrResources.ts";

export default defineConfig({
  plugins: [ocrResources()],
  ssr: { noExternal: true, external: ["electron", "@myriaddreamin/typst-ts-node-compiler"] },
  build: {
    ssr: true,
    target: "node18",
    outDir: "out/shell",
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: {
        librarian: "electron/librarian.ts",
        cli: "archive/cli.ts",
        pdfProcess: "archive/import/pdfProcess.ts",
        pdfUtility: "electron/pdfUtility.ts",
        ocrUtility: "electron/ocrUtility.ts",
        buildContent: "build/content/buildContent.ts",
      },
      output: { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "chunks/[name]-[hash].cjs" },
    },
  },
});
