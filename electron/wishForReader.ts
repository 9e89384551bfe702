/** The librarian's part in reading PDFs and pictures of pages: wishes for a process that main starts, and speaks with it over the port that comes back. */
import type { MessagePortMain } from "electron";
import type { ReaderProcess } from "../archive/import/readerProcess.ts";
import { type ReaderKind, ReaderNews, type ReaderWish } from "./readerWire.ts";

let last = 0;

/** `memory` is what the process may take, in bytes. */
export function wishForReader<Request>(kind: ReaderKind, memory: number): ReaderProcess<Request> {
  const number = ++last;
  const port = process.parentPort;
  const wish = (message: ReaderWish): void => port.postMessage(message);
  const waiting: Request[] = [];
  let line: MessagePortMain | null = null;
  let on: Parameters<ReaderProcess<Request>["listen"]>[0] | null = null;

  const hear = ({ data, ports }: Electron.MessageEvent): void => {
    const news = ReaderNews.safeParse(data);
    if (!news.success || news.data.number !== number) return;
    if (news.data.news === "ended") return end(news.data.how);
    line = ports[0] ?? null;
    line?.on("message", ({ data }) => on?.reply(data));
    line?.start();
    for (const request of waiting.splice(0)) line?.postMessage(request, []);
  };
  function end(how: string): void {
    port.off("message", hear);
    line?.close();
    on?.end(how);
    on = null;
  }

  port.on("message", hear);
  wish({ wish: "start", kind, number, memory });
  return {
    send(request) {
      if (line) line.postMessage(request, []);
      else waiting.push(request);
    },
    listen(listener) {
      on = listener;
    },
    kill: () => wish({ wish: "end", number }),
    // The librarian stays anyway.
    hold: () => {},
  };
}
