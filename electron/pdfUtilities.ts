/** Main's part in reading PDFs: starts the processes that the librarian wishes for, joins it to them by a port, and ends them. */
import { join } from "node:path";
import { MessageChannelMain, utilityProcess, type UtilityProcess } from "electron";
import { type PdfProcessNews, PdfProcessWish } from "./pdfProcessWire.ts";

/** To be called for each librarian; its processes end with it. */
export function grantPdfProcesses(librarian: UtilityProcess): void {
  const granted = new Map<number, UtilityProcess>();
  librarian.on("message", (message: unknown) => {
    const wish = PdfProcessWish.safeParse(message);
    if (!wish.success) return;
    if (wish.data.wish === "start") start(wish.data.number, wish.data.memory);
    else granted.get(wish.data.number)?.kill();
  });
  librarian.once("exit", () => granted.forEach((started) => started.kill()));

  function start(number: number, memory: number): void {
    const { port1, port2 } = new MessageChannelMain();
    const started = utilityProcess.fork(join(__dirname, "pdfUtility.cjs"), [String(memory)], { serviceName: "Relire PDF reader", stdio: "ignore" });
    granted.set(number, started);
    started.once("exit", (code) => {
      granted.delete(number);
      tell({ news: "ended", number, how: `the process ended (${code})` });
    });
    started.postMessage(null, [port1]);
    tell({ news: "started", number, how: "" }, [port2]);
  }

  function tell(news: PdfProcessNews, ports: Electron.MessagePortMain[] = []): void {
    librarian.postMessage(news, ports);
  }
}
