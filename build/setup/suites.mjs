import { countPlaywright, countVitest } from "./counts.mjs";

/**
 * The suites of `npm test`, in order: what is quick to fail comes first.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} title
 * @property {readonly string[]} command run with this Node
 * @property {(report: any) => import('./counts.mjs').Counts} [count] reads out/reports/NAME.json; without it, the exit code is one test
 * @property {boolean} [takesWords] runs only what matches the words that it is given
 * @property {boolean} [onBuild] runs on what was built
 * @property {boolean} [onScreen] opens windows
 */

/** @type {readonly Suite[]} */
export const suites = [
  {
    name: "types",
    title: "Type-check",
    command: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"],
  },
  { name: "lint", title: "Lint", command: ["node_modules/oxlint/bin/oxlint", "--deny-warnings"] },
  { name: "architecture", title: "Architecture", command: vitest("architecture", ["architecture"]), count: countVitest },
  { name: "unit", title: "Unit tests", command: vitest("unit", ["unit", "growth"]), count: countVitest, takesWords: true, onBuild: true },
  {
    name: "fuzz",
    title: "Fuzzing, briefly",
    command: ["tests/fuzz/run.mjs", "--seconds", "6", "--seed", "1"],
    takesWords: true,
    onBuild: true,
  },
  {
    name: "renderer",
    title: "Renderer tests in Chromium",
    command: vitest("renderer", ["renderer"]),
    count: countVitest,
    takesWords: true,
    onBuild: true,
  },
  {
    name: "app",
    title: "The real app",
    command: ["node_modules/@playwright/test/cli.js", "test", "-c", "build/playwright.config.ts"],
    count: countPlaywright,
    takesWords: true,
    onBuild: true,
    onScreen: true,
  },
];

/** @param {string} name of the suite @param {readonly string[]} projects of build/vitest.config.ts */
function vitest(name, projects) {
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=out/reports/${name}.json`];
  return ["node_modules/vitest/vitest.mjs", "run", "-c", "build/vitest.config.ts", ...projects.flatMap((project) => ["--project", project]), ...report];
}
