/** Tells when files in a folder were written or removed, by whatever process. */
import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";

/** Milliseconds between the first sign of a change and the telling of it: one writing makes several. */
const tellAfter = 100;

/**
 * `isMeant` is asked of each name in the folder. Gives the way to stop; null when there is nothing to watch yet. Where the system cannot watch (some
 * network drives), nothing is ever told.
 */
export function watchFolder(folder: string, isMeant: (name: string) => boolean, onWritten: () => void): (() => void) | null {
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
    if (typeof name === "string" && !isMeant(name)) return;
    telling ??= setTimeout(() => {
      telling = null;
      onWritten();
    }, tellAfter).unref();
  });
  watcher.on("error", stop);
  return stop;
}

/**
 * As `watchFolder`, for a folder in `root` that need not be there yet (with `/`): until it is, its coming is waited for, and told. Null when not even `root` is
 * there.
 */
export function watchFolderToCome(root: string, folder: string, isMeant: (name: string) => boolean, onWritten: () => void): (() => void) | null {
  const parts = folder.split("/");
  let stop: (() => void) | null = null;
  const begin = (): void => {
    stop?.();
    stop = watchFolder(join(root, folder), isMeant, onWritten);
    for (let depth = parts.length - 1; stop === null && depth >= 0; depth--) {
      stop = watchFolder(
        join(root, ...parts.slice(0, depth)),
        (name) => name === parts[depth],
        () => {
          begin();
          onWritten();
        },
      );
    }
  };
  begin();
  return stop && (() => stop?.());
}
