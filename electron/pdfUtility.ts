/** The process that reads PDFs inside Electron: gets a port from main, and serves whoever has the other end. Its argument is the memory it may take, in bytes. */
import { join } from "node:path";
import { servePdfs } from "../archive/import/servePdfs.ts";

process.parentPort.once("message", ({ ports: [port] }) => {
  if (!port) throw new Error("no port came with the first message");
  const hear = (listener: (request: unknown) => void): void => {
    port.on("message", ({ data }) => listener(data));
    port.start();
  };
  port.once("close", () => process.exit());
  servePdfs({ send: (reply) => port.postMessage(reply), onRequest: hear }, Number(process.argv[2]), join(__dirname, "memoryWatch.cjs"));
});
