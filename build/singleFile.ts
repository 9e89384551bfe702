/** A program as one CommonJS file in out/shell, with all that it needs in it but Electron. */
import type { UserConfig } from "vite";

/** `input` names one file: the name of what is made, and its source. */
export function singleFile(input: Readonly<Record<string, string>>): UserConfig {
  return {
    ssr: { noExternal: true, external: ["electron"] },
    build: {
      ssr: true,
      target: "node18",
      outDir: "out/shell",
      emptyOutDir: false,
      minify: false,
      rollupOptions: { input, output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false } },
    },
  };
}
