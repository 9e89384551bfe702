/** A program as CommonJS in out/shell, with all that it needs but Electron. */
import type { UserConfig } from "vite";

/** `input` names one file: the name of what is made, and its source. What is loaded later stands in that one file too, or in files beside it, read when asked for: in the same folder, since both find others by their own. */
export function program(input: Readonly<Record<string, string>>, later: "inside" | "beside"): UserConfig {
  const [name] = Object.keys(input);
  return {
    ssr: { noExternal: true, external: ["electron"] },
    build: {
      ssr: true,
      target: "node18",
      outDir: "out/shell",
      emptyOutDir: false,
      minify: false,
      rollupOptions: { input, output: { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: `${name}-[name]-[hash].cjs`, codeSplitting: later === "beside" } },
    },
  };
}
