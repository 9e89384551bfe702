/** Unit tests in Node, renderer tests in Chromium (the engine of the Electron we ship on). */
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "..");
const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
/** Chromium's sandbox cannot run as root. */
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const growth = "tests/archive/growth.test.ts";

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: "architecture", include: ["tests/architecture.test.ts"], environment: "node" } },
      {
        root,
        test: {
          name: "unit",
          include: ["tests/{archive,build,content,electron,fuzz}/**/*.test.ts"],
          exclude: [growth],
          environment: "node",
          // Modules are loaded once for all files: it takes a third off the time.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      // Counts steps: V8 leaves out calls that it optimises, and all that was loaded before it was asked to count.
      { root, test: { name: "growth", include: [growth], environment: "node", isolate: true, execArgv: ["--no-opt", "--no-maglev"], testTimeout: 20_000 } },
      {
        root,
        plugins: [react()],
        // Named here so that they are bundled once, before the first test rather than in the middle of it.
        optimizeDeps: { include: ["react", "react-dom/client", "react/jsx-runtime", "react-aria-components", "i18next", "react-i18next", "lucide-react"] },
        test: {
          name: "renderer",
          include: ["tests/renderer/**/*.test.{ts,tsx}"],
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: { executablePath, args } }),
            instances: [{ browser: "chromium" }],
            screenshotFailures: false,
          },
        },
      },
    ],
  },
});
