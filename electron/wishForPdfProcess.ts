/** The librarian's part in reading PDFs: wishes for a process that main starts, and speaks with it over the port that comes back. */
import type { MessagePortMain } from "electron";
import type { PdfProcess, PdfRequest } from "../archive/import/pdfWire.ts";
import { PdfProcessNews, type PdfProcessWish } from "./pdfProcessWire.ts";

let last = 0;

/** `memory` is what the process may take, in bytes. */
export function wishForPdfProcess(memory: number): PdfProcess {
  const number = ++last;
  const port = process.parentPort;
  const wish = (message: PdfProcessWish): void => port.postMessage(message);
  const waiting: PdfRequest[] = [];
  let line: MessagePortMain | null = null;
  let on: Parameters<PdfProcess["listen"]>[0] | null = null;

  const hear = ({ data, ports }: Electron.MessageEvent): void => {
    const news = PdfProcessNews.safeParse(data);
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
  wish({ wish: "start", number, memory });
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
