/**
 * What Relire is built from, and how. Everything lands in out/.
 *
 * @type {readonly import('../make.mjs').Target[]}
 */
export const targets = [
  {
    name: "shell",
    title: "the shell",
    inputs: [
      "electron",
      "archive/**/*.ts",
      "renderer/words",
      "build/content",
      "build/vite.shell.config.ts",
      "build/ocrResources.ts",
      "build/vite.main.config.ts",
      "build/vite.preload.config.ts",
      "build/vite.memoryWatch.config.ts",
      "build/program.ts",
      "tsconfig.json",
      "package-lock.json",
    ],
    outputs: [
      "out/shell/main.cjs",
      "out/shell/librarian.cjs",
      "out/shell/cli.cjs",
      "out/shell/pdfProcess.cjs",
      "out/shell/pdfUtility.cjs",
      "out/shell/ocrUtility.cjs",
      "out/shell/ocr/tesseract-core-simd-lstm.wasm",
      "out/shell/ocr/fra.traineddata.gz",
      "out/shell/memoryWatch.cjs",
      "out/shell/buildContent.cjs",
      "out/shell/preload.cjs",
    ],
    commands: [viteBuild("build/vite.shell.config.ts"), viteBuild("build/vite.main.config.ts"), viteBuild("build/vite.preload.config.ts"), viteBuild("build/vite.memoryWatch.config.ts")],
  },
  {
    name: "content",
    title: "the archive",
    needs: ["shell"],
    inputs: ["archive/content", "archive/originals", "archive/**/*.ts", "renderer/words/dates.ts", "build/content", "package-lock.json"],
    outputs: ["out/archive/catalogue.json"],
    commands: [["out/shell/buildContent.cjs", "archive/content", "archive/originals", "out/archive"]],
    speaks: true,
  },
  {
    name: "window",
    title: "the window",
    inputs: [
      "renderer",
      "archive/model.ts",
      "archive/draft.ts",
      "archive/text",
      "archive/words",
      "electron/contract.ts",
      "electron/presentContract.ts",
      "build/vite.window.config.ts",
      "build/pdfResources.ts",
      "tsconfig.json",
      "package-lock.json",
    ],
    outputs: ["out/window/index.html"],
    commands: [viteBuild("build/vite.window.config.ts")],
  },
  {
    name: "licences",
    title: "the list of licences",
    inputs: ["package-lock.json", "build/licences.mjs"],
    outputs: ["out/licences.txt"],
    commands: [["build/licences.mjs"]],
  },
];

/** @param {string} config */
function viteBuild(config) {
  return ["node_modules/vite/bin/vite.js", "build", "-c", config];
}
