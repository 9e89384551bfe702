/** Tells when a folder's catalogue was written, by whatever process. */
import { type FSWatcher, watch } from "node:fs";
import { catalogueFile } from "./layout.ts";

/** Milliseconds between the first sign of a change and the telling of it: one writing makes several. */
const tellAfter = 100;

/** Gives the way to stop; null when there is nothing to watch yet. Where the system cannot watch (some network drives), nothing is ever told. */
export function watchCatalogue(folder: string, onWritten: () => void): (() => void) | null {
  let telling: NodeJS.Timeout | null = null;
  let watcher: FSWatcher;
  try {
    watcher = watch(folder, { persistent: false });
  } catch {
    return null;
  }
  const stop = (): void => {
    if (telling) clearTimeout(telling);
    watcher.close();
  };
  watcher.on("change", (_, name) => {
    if (name !== null && name !== catalogueFile) return;
    telling ??= setTimeout(() => {
      telling = null;
      onWritten();
    }, tellAfter).unref();
  });
  watcher.on("error", stop);
  return stop;
}
