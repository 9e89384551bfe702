import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { onPath } from "./onPath.mjs";
import { runQuietly } from "./runQuietly.mjs";
import { Stop } from "./stop.mjs";

/**
 * Relire does not run without Chromium's sandbox, except as root, who cannot have it. On Linux it needs either what Ubuntu
 * 24.04 refuses to programs it does not know (user namespaces), or a helper that belongs to root, which nothing unpacked by
 * an ordinary user can be. Chromium says so in a crash; this says it first.
 *
 * @param {string} executable Electron's
 */
export async function ensureSandbox(executable) {
  if (process.platform !== "linux" || process.getuid?.() === 0 || !onPath("unshare")) return;
  const helper = join(dirname(executable), "chrome-sandbox");
  if (isRoots(helper)) return;
  const { code } = await runQuietly("unshare", ["--user", "--map-root-user", "true"]);
  if (code === 0) return;
  throw new Stop(
    "This system lets no ordinary program make the sandbox that Electron shows pages in. Allow Electron's helper to, once:\n" +
      `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/** @param {string} file */
function isRoots(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.uid === 0 && (stat.mode & 0o4000) !== 0;
}
