/** Main's part in reading PDFs and pictures of pages: starts the processes that the librarian wishes for, joins it to them by a port, and ends them. */
import { join } from "node:path";
import { MessageChannelMain, utilityProcess, type UtilityProcess } from "electron";
import { type ReaderKind, type ReaderNews, ReaderWish } from "./readerWire.ts";

const files: Record<ReaderKind, string> = { pdf: "pdfUtility.cjs", ocr: "ocrUtility.cjs" };
const names: Record<ReaderKind, string> = { pdf: "Relire PDF reader", ocr: "Relire page reader" };

/** To be called for each librarian; its processes end with it. */
export function grantReaders(librarian: UtilityProcess): void {
  const granted = new Map<number, UtilityProcess>();
  librarian.on("message", (message: unknown) => {
    const wish = ReaderWish.safeParse(message);
    if (!wish.success) return;
    if (wish.data.wish === "start") start(wish.data);
    else granted.get(wish.data.number)?.kill();
  });
  librarian.once("exit", () => granted.forEach((started) => started.kill()));

  function start({ kind, number, memory }: { kind: ReaderKind; number: number; memory: number }): void {
    const { port1, port2 } = new MessageChannelMain();
    const started = utilityProcess.fork(join(__dirname, files[kind]), [String(memory)], { serviceName: names[kind], stdio: "ignore" });
    granted.set(number, started);
    started.once("exit", (code) => {
      granted.delete(number);
      tell({ news: "ended", number, how: `the process ended (${code})` });
    });
    started.postMessage(null, [port1]);
    tell({ news: "started", number, how: "" }, [port2]);
  }

  function tell(news: ReaderNews, ports: Electron.MessagePortMain[] = []): void {
    librarian.postMessage(news, ports);
  }
}
