/** The thread that watches over memory, alone: it is started from its text, which can require no file beside it. */
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
