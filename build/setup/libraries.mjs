import { existsSync } from "node:fs";
import { installOrTell } from "./apt.mjs";
import { onPath } from "./onPath.mjs";
import { runQuietly } from "./runQuietly.mjs";

/**
 * Checks on Linux that what Electron and the tests need from the system is there: shared libraries, a display nobody sees
 * (Xvfb), a browser. Elsewhere the system brings all of it but the browser.
 */
const ELECTRON = [["libgtk-3-0t64", "libgtk-3-0"], ["libasound2t64", "libasound2"], ["libnss3"], ["libgbm1"]];
const XVFB = [["xvfb"]];
const CHROMIUM = [["chromium"]];
const EMOJI = [["fonts-noto-color-emoji"]];

const EPUBCHECK = [["epubcheck"]];
const APPSTREAM = [["appstream"]];
/** What watches the packed app's calls to the system, where it has no network. */
const WATCH = [["strace"], ["iproute2"]];

const EPUBCHECK_JAR = "/usr/share/java/epubcheck.jar";
const EMOJI_FONT = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf";

/**
 * @param {string} executable Electron's
 * @param {{ xvfb?: boolean, chromium?: boolean, epubcheck?: boolean, appstream?: boolean, watch?: boolean }} [also]
 */
export async function ensureLibraries(executable, { xvfb = false, chromium = false, epubcheck = false, appstream = false, watch = false } = {}) {
  if (process.platform !== "linux") return;
  const missing = await missingLibraries(executable);
  const needed = missing.length > 0 ? [...ELECTRON] : [];
  if (xvfb && !onPath("Xvfb")) {
    missing.push("Xvfb");
    needed.push(...XVFB);
  }
  if (chromium && !findChromium()) {
    missing.push("Chromium");
    needed.push(...CHROMIUM);
  }
  const welcome = [
    ...(existsSync(EMOJI_FONT) ? [] : EMOJI),
    ...(!epubcheck || existsSync(EPUBCHECK_JAR) ? [] : EPUBCHECK),
    ...(!appstream || onPath("appstreamcli") ? [] : APPSTREAM),
    ...(!watch || (onPath("strace") && onPath("ip")) ? [] : WATCH),
  ];
  await installOrTell(missing, needed, welcome);
}

/** @returns {string | undefined} the browser that renderer tests run in */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const usual = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(onPath).find(Boolean);
  return (
    usual ??
    [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ].find(existsSync)
  );
}

/** @param {string} executable @returns {Promise<string[]>} */
async function missingLibraries(executable) {
  // Where there is no ldd (code 127) there is nothing to ask: Electron itself will then name what it misses.
  const { stdout } = await runQuietly("ldd", [executable]);
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");
}
