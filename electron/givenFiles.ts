/**
 * Files that the system hands over: with the start of the app, with a second start while it runs, or by macOS's own event. Kept until
 * somebody takes them.
 */
import { accessSync, constants } from "node:fs";
import { app } from "electron";
import { pathsSchema } from "./requests.ts";

export interface GivenFiles {
  /** No other instance runs; otherwise that one has been told, and this one is to quit. */
  isFirst: boolean;
  /** From now on, and for what came before, `take` is given absolute paths; never none. */
  deliver(take: (paths: string[]) => void): void;
}

/** To be called before the app is ready. `onSecond` runs when the app is started once more. */
export function hearGiven(atStart: readonly string[], onSecond: () => void): GivenFiles {
  // Where nothing can be written there is no lock to be had, and nobody who could hold it.
  const isFirst = app.requestSingleInstanceLock({ given: atStart }) || !isWritable(app.getPath("userData"));
  let waiting = [...atStart];
  let take: ((paths: string[]) => void) | null = null;
  const hear = (paths: string[]): void => {
    if (take && paths.length > 0) take(paths);
    else waiting.push(...paths);
  };
  app.on("open-file", (event, path) => {
    event.preventDefault();
    hear([path]);
  });
  app.on("second-instance", (_event, _args, _folder, data: unknown) => {
    onSecond();
    const paths = pathsSchema.safeParse((data as { given?: unknown } | null)?.given);
    if (paths.success) hear(paths.data);
  });
  return {
    isFirst,
    deliver(to) {
      take = to;
      if (waiting.length > 0) to(waiting);
      waiting = [];
    },
  };
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
