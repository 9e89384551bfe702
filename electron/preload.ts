/** Exposes exactly the contract to the window, and nothing of Electron. */
import { contextBridge, ipcRenderer } from "electron";
import type { Answer } from "../archive/model.ts";
import {
  type Beginning,
  beginningArgument,
  type Bridge,
  channels,
  type Command,
  type LibrarianCall,
  librarianCalls,
  type Question,
  type Reply,
  shellCalls,
} from "./contract.ts";

let port: MessagePort | null = null;
let lastNumber = 0;
/** Questions without an answer yet; those asked before the port came wait to be sent. */
const pending = new Map<number, { question: Question; sent: boolean; settle: (answer: Answer<unknown>) => void }>();

ipcRenderer.on(channels.librarianPort, ({ ports }) => {
  for (const [number, { sent, settle }] of pending) {
    if (!sent) continue;
    pending.delete(number);
    settle({ ok: false, failure: { code: "librarian-stopped" } });
  }
  port?.close();
  port = ports[0] ?? null;
  if (port) port.onmessage = ({ data }) => receive(data as Reply);
  sendWaiting();
});

function ask(call: LibrarianCall, request: unknown): Promise<Answer<unknown>> {
  return new Promise((settle) => {
    lastNumber += 1;
    pending.set(lastNumber, { question: { number: lastNumber, call, request }, sent: false, settle });
    sendWaiting();
  });
}

function sendWaiting(): void {
  if (!port) return;
  for (const waiting of pending.values()) {
    if (waiting.sent) continue;
    waiting.sent = true;
    port.postMessage(waiting.question);
  }
}

function receive({ number, answer }: Reply): void {
  pending.get(number)?.settle(answer);
  pending.delete(number);
}

function readBeginning(): Beginning {
  const given = process.argv.find((argument) => argument.startsWith(beginningArgument)) ?? "";
  return JSON.parse(decodeURIComponent(given.slice(beginningArgument.length))) as Beginning;
}

const toLibrarian = librarianCalls.map((call) => [call, (request?: unknown) => ask(call, request)]);
const toShell = shellCalls.map((call) => [call, (request?: unknown): Promise<unknown> => ipcRenderer.invoke(call, request)]);

const bridge = {
  ...Object.fromEntries([...toLibrarian, ...toShell]),
  beginning: readBeginning(),
  onCommand(listener: (command: Command) => void) {
    const hear = (_event: unknown, command: Command): void => listener(command);
    ipcRenderer.on(channels.command, hear);
    return () => void ipcRenderer.removeListener(channels.command, hear);
  },
} as Bridge;

contextBridge.exposeInMainWorld("relire", bridge);
