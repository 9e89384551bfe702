/** Main's end of the librarian's wire: starts its process, hands each window a port to it, starts it again when it dies. */
import { join } from "node:path";
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from "electron";
import { type Answer, fail } from "../archive/model.ts";
import { channels, type Language, type LibrarianCall, type LibrarianCalls, type Reply, windowPort } from "./contract.ts";
import type { ImportPaths, LibrarianEvent } from "./importContract.ts";
import { grantReaders } from "./readerUtilities.ts";

/** A process that dies this often within a minute is not started again. */
const mostDeaths = 5;

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

export function startLibrarian({ bundled, library, imports }: LibrarianFolders): LibrarianClient {
  const connected = new Set<WebContents>();
  let deaths: number[] = [];
  let librarian = fork();

  function fork(): UtilityProcess {
    const started = utilityProcess.fork(join(__dirname, "librarian.cjs"), [bundled, library, imports], { serviceName: "Relire librarian", stdio: "inherit" });
    grantReaders(started);
    started.once("exit", revive);
    return started;
  }

  function revive(): void {
    deaths = [...deaths.filter((at) => at > Date.now() - 60_000), Date.now()];
    if (deaths.length > mostDeaths) return;
    librarian = fork();
    for (const contents of connected) sendPort(contents);
  }

  function sendPort(contents: WebContents): void {
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
    ask: (call, request) => askOnce(librarian, call, request) as never,
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
