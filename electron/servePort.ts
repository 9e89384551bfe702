/** Joins a reading process to the port that main gives it; without the other end there is nothing left to do. */
import type { ReaderWire } from "../archive/import/serveReader.ts";

export function servePort(serve: (wire: ReaderWire) => void): void {
  process.parentPort.once("message", ({ ports: [port] }) => {
    if (!port) throw new Error("no port came with the first message");
    const hear = (listener: (request: unknown) => void): void => {
      port.on("message", ({ data }) => listener(data));
      port.start();
    };
    port.once("close", () => process.exit());
    serve({ send: (reply) => port.postMessage(reply), onRequest: hear });
  });
}
