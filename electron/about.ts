/** What the app is and what it stands on. */
import { readFile } from "node:fs/promises";
import { arch, release, type } from "node:os";
import { join } from "node:path";
import { app } from "electron";
import { z } from "zod";
import { shownPath } from "../archive/store/shownPath.ts";
import type { About } from "./contract.ts";
import type { Log } from "./log.ts";

/** Lines of the log that say enough. */
const tail = 40;

export async function aboutApp(libraryFolder: string, log: Log): Promise<About> {
  const { electron, chrome, node } = process.versions;
  return {
    version: app.getVersion(),
    electron: electron ?? "",
    chromium: chrome ?? "",
    node,
    system: `${type()} ${release()} ${arch()}`,
    libraryFolder: shownPath(libraryFolder),
    log: log.tail(tail),
    updates: await updatesAddress(),
    licences: await readFile(licencesFile(), "utf8").catch(() => ""),
  };
}

/** What whoever packed the app said; nothing but a web address counts. */
async function updatesAddress(): Promise<string | null> {
  const said: unknown = await readFile(join(app.getAppPath(), "package.json"), "utf8").then(JSON.parse, () => null);
  const read = z.object({ homepage: z.url({ protocol: /^https?$/ }) }).safeParse(said);
  return read.success ? read.data.homepage : null;
}

/** Packed, the list stands beside the program, where people look for it. */
function licencesFile(): string {
  return app.isPackaged ? join(process.resourcesPath, "../LICENSES.relire.txt") : join(__dirname, "../licences.txt");
}
