/**
 * Files and links that the system hands over: with the start of the app, with a second start while it runs, or by macOS's own events. Kept until
 * somebody takes them.
 */
import { accessSync, constants } from "node:fs";
import { app } from "electron";

export interface Given {
  /** Absolute paths. */
  files: readonly string[];
  /** Of Relire's own scheme; whether they lead anywhere is not known. */
  links: readonly string[];
}

export interface GivenFiles {
  /** No other instance runs; otherwise that one has been told, and this one is to quit. */
  isFirst: boolean;
  /** From now on, and for what came before, these are told of what is given; never of nothing. */
  deliver(takers: { files(paths: string[]): void; links(hrefs: string[]): void }): void;
}

/** To be called before the app is ready. `onSecond` runs when the app is started once more. */
export function hearGiven(atStart: Given, onSecond: () => void): GivenFiles {
  // Where nothing can be written there is no lock to be had, and nobody who could hold it.
  const isFirst = app.requestSingleInstanceLock({ given: atStart.files, links: atStart.links }) || !isWritable(app.getPath("userData"));
  const files = keepUntilTaken(atStart.files);
  const links = keepUntilTaken(atStart.links);
  app.on("open-file", (event, path) => {
    event.preventDefault();
    files.hear([path]);
  });
  app.on("open-url", (event, href) => {
    event.preventDefault();
    void hear({ links: [href] });
  });
  app.on("second-instance", (_event, _args, _folder, data: unknown) => {
    onSecond();
    void hear(data as { given?: unknown; links?: unknown } | null);
  });

  async function hear(told: { given?: unknown; links?: unknown } | null): Promise<void> {
    // Nobody needs the schemas to open the window.
    const { linksSchema, pathsSchema } = await import("./requests.ts");
    const paths = pathsSchema.safeParse(told?.given);
    const hrefs = linksSchema.safeParse(told?.links);
    if (paths.success) files.hear(paths.data);
    if (hrefs.success) links.hear(hrefs.data);
  }

  return {
    isFirst,
    deliver(takers) {
      files.take(takers.files);
      links.take(takers.links);
    },
  };
}

type Taker = (given: string[]) => void;

function keepUntilTaken(atStart: readonly string[]): { hear: Taker; take(taker: Taker): void } {
  let waiting = [...atStart];
  let take: Taker | null = null;
  return {
    hear(given) {
      if (take && given.length > 0) take(given);
      else waiting.push(...given);
    },
    take(taker) {
      take = taker;
      if (waiting.length > 0) taker(waiting);
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
