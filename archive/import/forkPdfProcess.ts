/** Starts the process that reads PDFs from a process of Node. Inside Electron, where a process cannot be started as Node, the shell does it. */
import { fork } from "node:child_process";
import type { PdfProcess } from "./pdfWire.ts";

/** `file` is the built `pdfProcess.cjs`; `memory` what it may take, in bytes. */
export function forkPdfProcess(file: string, memory: number): PdfProcess {
  // "advanced" carries bytes as bytes. What pdf.js writes to its streams is for nobody.
  const child = fork(file, [String(memory)], { serialization: "advanced", execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  return {
    send: (request) => void child.send(request, () => {}),
    listen({ reply, end }) {
      child.on("message", reply);
      child.once("error", (error) => end(String(error)));
      child.once("exit", (code, signal) => end(`the process ended (${signal ?? code})`));
    },
    kill: () => void child.kill("SIGKILL"),
    hold(isWaiting) {
      if (isWaiting) child.ref();
      else child.unref();
      if (isWaiting) child.channel?.ref();
      else child.channel?.unref();
    },
  };
}
