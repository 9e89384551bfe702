/** The thread that watches the memory of a process that reads PDFs, alone: its text is run as it is, and can require nothing of ours. */
import { defineConfig } from "vite";

export default defineConfig({
  ssr: { noExternal: true },
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
