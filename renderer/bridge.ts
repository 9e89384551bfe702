/** The window's only way out: the contract, as the preload script exposed it. */
import { type Bridge, type Exposed, type LibrarianCall, librarianCalls, type LibrarianCalls } from "../electron/contract.ts";

declare global {
  interface Window {
    relire: Exposed;
  }
}

const { ask, ...others } = window.relire;

export const bridge: Bridge = { ...others, ...(Object.fromEntries(librarianCalls.map((call) => [call, (request?: unknown) => answerTo(call, request)])) as unknown as LibrarianCalls) };

async function answerTo(call: LibrarianCall, request: unknown): Promise<unknown> {
  return JSON.parse(await ask(call, request));
}

export type { Beginning, Bridge, Command, Language, ReportView, Settings } from "../electron/contract.ts";
export type { BinEntry, CardChange, ImportHead, ImportsState, LibrarianEvent, LockedFile, PackOffer, RunningImport, SectionChange } from "../electron/importContract.ts";
