/** The window: React, styles and fonts, for Chromium 114 and later. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { pdfResources } from "./pdfResources.ts";

export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react(), pdfResources()],
  build: {
    target: "chrome114",
    outDir: "../out/window",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The first screen needs the rules of what is loaded after it.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2000,
    // What a page begins with is asked for together with it; what is loaded later asks for its parts itself.
    modulePreload: { polyfill: false, resolveDependencies: (_file, parts, { hostType }) => (hostType === "html" ? parts : []) },
    rollupOptions: {
      input: ["renderer/index.html", "renderer/wall.html"],
      output: {
        // What shows the first screen, then two files for all the rest that a window begins with, of which the wall takes the first only: each request goes through
        // the shell.
        codeSplitting: {
          groups: [
            { name: "first", test: /renderer[\\/](?:beginning\.ts|firstScreen[\\/](?:show|drawn)\.ts)|preload-helper/, priority: 3 },
            { name: "begin", test: /renderer[\\/](?:begin\.tsx|present[\\/](?:Wall\.tsx|present\.css))$/, priority: 2 },
            { name: "start", test: /renderer[\\/]start\.tsx$/, priority: 1 },
          ],
        },
        // The shell knows the PDF worker, whose rights differ, by the end of its name.
        assetFileNames({ names }) {
          if (names.includes("pdf.worker.min.mjs")) return "assets/[hash].pdf.worker.mjs";
          // The page for paper names its fonts: they keep their own names.
          return names.some((name) => name.endsWith(".woff2")) ? "assets/fonts/[name][extname]" : "assets/[name]-[hash][extname]";
        },
      },
    },
  },
});
