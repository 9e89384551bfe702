/** Main's part in reading PDFs and pictures of pages: starts the processes that the librarian wishes for, joins it to them by a port, and ends them. */
import { join } from "node:path";
import { MessageChannelMain, utilityProcess, type UtilityProcess } from "electron";
import type { Log } from "./log.ts";
import { type ReaderKind, type ReaderNews, ReaderWish } from "./readerWire.ts";

const files: Record<ReaderKind, string> = { pdf: "pdfUtility.cjs", ocr: "ocrUtility.cjs" };
const names: Record<ReaderKind, string> = { pdf: "Relire PDF reader", ocr: "Relire page reader" };

/** To be called for each librarian; its processes end with it. */
export function grantReaders(librarian: UtilityProcess, log: Log): void {
  const granted = new Map<number, UtilityProcess>();
  librarian.on("message", (message: unknown) => {
    const wish = ReaderWish.safeParse(message);
    if (!wish.success) return;
    if (wish.data.wish === "start") start(wish.data);
    else end(wish.data.number);
  });
  librarian.once("exit", () => granted.forEach((started) => started.kill()));

  function end(number: number): void {
    granted.get(number)?.kill();
    granted.delete(number);
  }

  function start({ kind, number, memory }: { kind: ReaderKind; number: number; memory: number }): void {
    const { port1, port2 } = new MessageChannelMain();
    const started = utilityProcess.fork(join(__dirname, files[kind]), [String(memory)], { serviceName: names[kind], stdio: "ignore" });
    granted.set(number, started);
    started.once("exit", (code) => {
      // One that is ended at the librarian's wish is no news.
      if (granted.delete(number) && code !== 0) log.note("process-ended", { type: kind, code });
      tell({ news: "ended", number, how: `the process ended (${code})` });
    });
    started.postMessage(null, [port1]);
    tell({ news: "started", number, how: "" }, [port2]);
  }

  function tell(news: ReaderNews, ports: Electron.MessagePortMain[] = []): void {
    librarian.postMessage(news, ports);
  }
}
