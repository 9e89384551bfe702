/** Tells when files in a folder were written or removed, by whatever process. */
import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";

/** Milliseconds between the first sign of a change and the telling of it: one writing makes several. */
const tellAfter = 100;

/** Told the names that changed; null when the system does not say which. */
export type OnWritten = (names: ReadonlySet<string> | null) => void;

/**
 * `isMeant` is asked of each name in the folder. Gives the way to stop; null when there is nothing to watch yet. Where the system cannot watch (some
 * network drives), nothing is ever told.
 */
export function watchFolder(folder: string, isMeant: (name: string) => boolean, onWritten: OnWritten): (() => void) | null {
  let telling: NodeJS.Timeout | null = null;
  let names: Set<string> | null = new Set();
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
    if (typeof name !== "string") names = null;
    else if (isMeant(name)) names?.add(name);
    else return;
    telling ??= setTimeout(() => {
      const told = names;
      telling = null;
      names = new Set();
      onWritten(told);
    }, tellAfter).unref();
  });
  watcher.on("error", stop);
  return stop;
}

/**
 * As `watchFolder`, for a folder in `root` that need not be there yet (with `/`): until it is, its coming is waited for, and told. Null when not even `root` is
 * there.
 */
export function watchFolderToCome(root: string, folder: string, isMeant: (name: string) => boolean, onWritten: OnWritten): (() => void) | null {
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
          onWritten(null);
        },
      );
    }
  };
  begin();
  return stop && (() => stop?.());
}
