/** Main's part in reading PDFs: starts the processes that the librarian wishes for, joins it to them by a port, and ends them. */
import { join } from "node:path";
import { MessageChannelMain, utilityProcess, type UtilityProcess } from "electron";
import type { Log } from "./log.ts";
import { type PdfProcessNews, PdfProcessWish } from "./pdfProcessWire.ts";

/** To be called for each librarian; its processes end with it. */
export function grantPdfProcesses(librarian: UtilityProcess, log: Log): void {
  const granted = new Map<number, UtilityProcess>();
  librarian.on("message", (message: unknown) => {
    const wish = PdfProcessWish.safeParse(message);
    if (!wish.success) return;
    if (wish.data.wish === "start") start(wish.data.number, wish.data.memory);
    else end(wish.data.number);
  });
  librarian.once("exit", () => granted.forEach((started) => started.kill()));

  function end(number: number): void {
    granted.get(number)?.kill();
    granted.delete(number);
  }

  function start(number: number, memory: number): void {
    const { port1, port2 } = new MessageChannelMain();
    const started = utilityProcess.fork(join(__dirname, "pdfUtility.cjs"), [String(memory)], { serviceName: "Relire PDF reader", stdio: "ignore" });
    granted.set(number, started);
    started.once("exit", (code) => {
      // One that is ended at the librarian's wish is no news.
      if (granted.delete(number) && code !== 0) log.note("process-ended", { type: "pdf", code });
      tell({ news: "ended", number, how: `the process ended (${code})` });
    });
    started.postMessage(null, [port1]);
    tell({ news: "started", number, how: "" }, [port2]);
  }

  function tell(news: PdfProcessNews, ports: Electron.MessagePortMain[] = []): void {
    librarian.postMessage(news, ports);
  }
}
