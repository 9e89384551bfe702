/** The watch over the memory of what reads PDFs, alone: it is started from its text, which can require nothing of ours. */
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    ssr: true,
    target: "node18",
    outDir: "out/shell",
    emptyOutDir: false,
    minify: false,
    rollupOptions: {
      input: { memoryWatch: "archive/import/memoryWatch.ts" },
      output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
    },
  },
});
