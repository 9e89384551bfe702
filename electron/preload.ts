/** Exposes exactly the contract to the window, and nothing of Electron. */
import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { Answer, FailureCode } from "../archive/model.ts";
import {
  channels,
  type Command,
  type Exposed,
  type LibrarianAbsence,
  type LibrarianCall,
  librarianCalls,
  type Question,
  type Reply,
  shellCalls,
} from "./contract.ts";
import type { LibrarianEvent } from "./importContract.ts";
import { kitChannel, type KitProgress } from "./kitContract.ts";
import { type Position, positionChannel } from "./presentContract.ts";

let port: MessagePort | null = null;
/** There was a port before. */
let wasAnswered = false;
let isGone = false;
let lastNumber = 0;
/** Links that nobody heard yet. */
const waitingLinks: string[] = [];
let hearLink: ((href: string) => void) | null = null;
const listeners = new Set<(event: LibrarianEvent) => void>();
/** Questions without an answer yet; those asked before the port came wait to be sent. */
const pending = new Map<number, { question: Question; sent: boolean; settle: (answer: string) => void }>();

ipcRenderer.on(channels.librarianPort, ({ ports }, absence: LibrarianAbsence | null) => {
  isGone = absence === "gone";
  for (const [number, { sent, settle }] of pending) {
    if (!sent && !isGone) continue;
    pending.delete(number);
    settle(failed("librarian-stopped"));
  }
  port?.close();
  port = ports[0] ?? null;
  if (!port) return;
  port.onmessage = ({ data }) => receive(data as Reply | LibrarianEvent);
  sendWaiting();
  if (wasAnswered) tell({ event: "restarted" });
  wasAnswered = true;
});

ipcRenderer.on(channels.link, (_event, href: string) => {
  if (hearLink) hearLink(href);
  else waitingLinks.push(href);
});

function ask(call: LibrarianCall, request: unknown): Promise<string> {
  return new Promise((settle) => {
    if (!librarianCalls.includes(call)) return settle(failed("invalid-argument"));
    if (isGone) return settle(failed("librarian-stopped"));
    lastNumber += 1;
    pending.set(lastNumber, { question: { number: lastNumber, call, request }, sent: false, settle });
    sendWaiting();
  });
}

/** Without the archive's own ways, which would bring all its schemas into this process. */
function failed(code: FailureCode): string {
  const answer: Answer<never> = { ok: false, failure: { code } };
  return JSON.stringify(answer);
}

function sendWaiting(): void {
  if (!port) return;
  for (const waiting of pending.values()) {
    if (waiting.sent) continue;
    waiting.sent = true;
    port.postMessage(waiting.question);
  }
}

function receive(message: Reply | LibrarianEvent): void {
  if ("event" in message) return tell(message);
  pending.get(message.number)?.settle(message.answer);
  pending.delete(message.number);
}

function tell(event: LibrarianEvent): void {
  for (const listener of listeners) listener(event);
}

/** Electron 32 took `File.path` away; before it there is no `webUtils`. A file that the page made up has no path at all. */
function pathOf(file: File & { path?: string }): string {
  return (webUtils as typeof webUtils | undefined) === undefined ? (file.path ?? "") : webUtils.getPathForFile(file);
}


/** Calls back on each message of the shell's; gives the way to stop. */
function hearing<Told>(channel: string, listener: (told: Told) => void): () => void {
  const hear = (_event: unknown, told: Told): void => listener(told);
  ipcRenderer.on(channel, hear);
  return () => void ipcRenderer.removeListener(channel, hear);
}

const toShell = shellCalls.map((call) => [call, (request?: unknown): Promise<unknown> => ipcRenderer.invoke(call, request)]);

const exposed = {
  ...Object.fromEntries(toShell),
  ask,
  firstScreen: () => ipcRenderer.sendSync(channels.firstScreen) as string | null,
  beginning: () => ipcRenderer.invoke(channels.beginning),
  memoryHeld: async () => (await process.getProcessMemoryInfo()).private * 1024,
  onCommand: (listener: (command: Command) => void) => hearing(channels.command, listener),
  onPosition: (listener: (position: Position | null) => void) => hearing(positionChannel, listener),
  onKit: (listener: (progress: KitProgress) => void) => hearing(kitChannel, listener),
  onLink(listener: (href: string) => void) {
    hearLink = listener;
    for (const href of waitingLinks.splice(0)) listener(href);
    return () => void (hearLink === listener && (hearLink = null));
  },
  onLibrarian(listener: (event: LibrarianEvent) => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  importDropped(files: readonly File[]) {
    return ipcRenderer.invoke(channels.importPaths, files.map(pathOf).filter((path) => path !== ""));
  },
} as Exposed;

contextBridge.exposeInMainWorld("relire", exposed);
