/**
 * Main's end of the librarian's wire: starts its process, hands each window a port to it, starts it again when it dies. One that dies before it ever
 * answered is started again after a rest, each time a longer one; meanwhile the windows know that nobody answers.
 */
import { join } from "node:path";
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from "electron";
import { type Answer, fail } from "../archive/model.ts";
import { channels, type Language, type LibrarianAbsence, type LibrarianCall, type LibrarianCalls, type Reply, windowPort } from "./contract.ts";
import type { ImportPaths, LibrarianEvent } from "./importContract.ts";
import { LibrarianNews } from "./librarianNews.ts";
import type { Log } from "./log.ts";
import { grantReaders } from "./readerUtilities.ts";

/** Milliseconds before it is started again, by how often in a row it died without having opened the archive; then the last one. */
const rests = [0, 0, 0, 500, 2000, 5000, 15_000, 60_000];
/** A rest after which questions are not kept waiting. */
const longRest = 2000;

export interface LibrarianClient {
  /** Gives a window its port; to be called again whenever the window loads. */
  connect(contents: WebContents): void;
  /** Has files and folders imported; every window hears how it goes. The language is that of what has to be named. */
  importPaths(paths: readonly string[], language: Language): void;
  /** Asks it on the shell's own behalf, as a window would. */
  ask<Call extends LibrarianCall>(call: Call, request: Parameters<LibrarianCalls[Call]>[0]): ReturnType<LibrarianCalls[Call]>;
}

/** Absolute paths. */
interface LibrarianFolders {
  /** The archive that came with the app. */
  bundled: string;
  /** The person's library, which need not be there. */
  library: string;
  /** Where the reports of imports are kept. */
  imports: string;
}

export function startLibrarian({ bundled, library, imports }: LibrarianFolders, log: Log): LibrarianClient {
  const connected = new Set<WebContents>();
  let deaths = 0;
  let isRunning = true;
  let librarian = fork();

  function fork(): UtilityProcess {
    const started = utilityProcess.fork(join(__dirname, "librarian.cjs"), [bundled, library, imports], { serviceName: "Relire librarian", stdio: "inherit" });
    grantReaders(started, log);
    started.on("message", hear);
    started.once("exit", (code) => {
      log.note("librarian-ended", { code });
      rest();
    });
    return started;
  }

  function hear(message: unknown): void {
    const told = LibrarianNews.safeParse(message);
    if (told.data?.news === "ready") deaths = 0;
    if (told.data?.news === "defect") log.note("defect", { in: "librarian", ...told.data.defect });
  }

  function rest(): void {
    isRunning = false;
    const pause = rests[Math.min(deaths, rests.length - 1)] ?? 0;
    deaths += 1;
    if (pause > 0) log.note("librarian-resting", { ms: pause });
    const absence: LibrarianAbsence = pause >= longRest ? "gone" : "away";
    for (const contents of connected) if (!contents.isCrashed()) contents.postMessage(channels.librarianPort, absence);
    setTimeout(revive, pause);
  }

  function revive(): void {
    librarian = fork();
    isRunning = true;
    for (const contents of connected) sendPort(contents);
  }

  function sendPort(contents: WebContents): void {
    // A window that comes back asks for its port itself; one that comes in a rest hears when it is over.
    if (contents.isCrashed() || !isRunning) return;
    const { port1, port2 } = new MessageChannelMain();
    librarian.postMessage(windowPort, [port1]);
    contents.postMessage(channels.librarianPort, null, [port2]);
  }

  return {
    connect(contents) {
      if (!connected.has(contents)) contents.once("destroyed", () => connected.delete(contents));
      connected.add(contents);
      sendPort(contents);
    },
    importPaths(paths, language) {
      const request: ImportPaths = { paths, language };
      librarian.postMessage(request, []);
    },
    ask: (call, request) => (isRunning ? askOnce(librarian, call, request) : Promise.resolve(fail("librarian-stopped"))) as never,
  };
}

/** A port for one question: it is closed with the answer, or by the end of the process that owed it. */
function askOnce(librarian: UtilityProcess, call: LibrarianCall, request: unknown): Promise<Answer<unknown>> {
  const { port1, port2 } = new MessageChannelMain();
  return new Promise((settle) => {
    port2.on("message", ({ data }) => {
      const told = data as Reply | LibrarianEvent;
      if (!("answer" in told)) return;
      settle(JSON.parse(told.answer) as Answer<unknown>);
      port2.close();
    });
    port2.on("close", () => settle(fail("librarian-stopped")));
    port2.start();
    librarian.postMessage(windowPort, [port1]);
    port2.postMessage({ number: 0, call, request });
  });
}
