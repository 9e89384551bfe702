/** The preload script alone: a sandboxed one must be a single CommonJS file. */
import { defineConfig } from "vite";

export default defineConfig({
  ssr: { noExternal: true, external: ["electron"] },
  build: {
    ssr: true,
    target: "node18",
    outDir: "out/shell",
    emptyOutDir: false,
    minify: false,
    rollupOptions: {
      input: { preload: "electron/preload.ts" },
      output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
    },
  },
});
