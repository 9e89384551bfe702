/**
 * The shell's own process, built apart: sharing parts with the librarian, it would load the whole archive's code, which it never runs. What it does not
 * begin with (the composing of paper) lies beside it, and is read when it is asked for.
 */
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
      input: { main: "electron/main.ts" },
      output: { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "chunks/main-[name]-[hash].cjs" },
    },
  },
});
