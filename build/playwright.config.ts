import { defineConfig } from "@playwright/test";
import type { Options } from "../tests/app/launch.ts";

const ofPacked = ["**/packed.spec.ts", "**/security.spec.ts", "**/offline.spec.ts", "**/noNetwork.spec.ts", "**/portable.spec.ts"];

/**
 * Tests that drive the real app. `npm test` brings the display and names the Electron to start; see build/test.mjs. No test
 * is tried twice: one that fails now and then has found something. One at a time: two windows on one display would take
 * the focus from each other, and on two cores a second worker spared an eighth of the time.
 */
export default defineConfig<Options>({
  testDir: "../tests/app",
  projects: [
    { name: "app", testMatch: "**/*.spec.ts", testIgnore: ofPacked },
    // What is forbidden is asked of what people get. The first of these tests packs it.
    { name: "packed", testMatch: ofPacked, use: { isPacked: process.platform === "linux" }, timeout: 180_000 },
  ],
  outputDir: "../out/playwright",
  timeout: 60_000,
  // As long as an action may take: a machine that is busy with other things is slow, and not wrong.
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "../out/reports/app.json" }]],
  use: { trace: "off", actionTimeout: 10_000 },
});
