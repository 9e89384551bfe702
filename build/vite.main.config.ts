/** The shell's own process, in one file: sharing parts with the librarian, it would load the whole archive's code, which it never runs. */
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
      output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
    },
  },
});
