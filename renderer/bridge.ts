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

export { bounds, defaultComfort, themes } from "../electron/contract.ts";
export type { About, Beginning, Bridge, Comfort, Command, ExportTarget, Language, Settings, Theme } from "../electron/contract.ts";
export type { BinEntry, CardChange, ImportHead, ImportsState, LibrarianEvent, LockedFile, PackOffer, RunningImport, SectionChange } from "../electron/importContract.ts";

/** Address of a letter's picture, inside the app's own scheme. `path` is as in the letter: `pictures/cover.svg`. */
export function pictureAddress(letter: string, path: string): string {
  return `/archive/letters/${letter}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** Address of a report's PDF, inside the app's own scheme. */
export function reportAddress(report: string): string {
  return `/archive/reports/${report}/report.pdf`;
}
