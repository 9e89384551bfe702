/** The window's only way out: the contract, as the preload script exposed it. */
import type { Bridge } from "../electron/contract.ts";

declare global {
  interface Window {
    relire: Bridge;
  }
}

export const bridge: Bridge = window.relire;
export type { Beginning, Bridge, Command, Language, Settings } from "../electron/contract.ts";
export type { BinEntry, CardChange, ImportHead, ImportsState, LibrarianEvent, LockedFile, PackOffer, RunningImport, SectionChange } from "../electron/importContract.ts";

/** Address of a letter's picture, inside the app's own scheme. `path` is as in the letter: `pictures/cover.svg`. */
export function pictureAddress(letter: string, path: string): string {
  return `/archive/letters/${letter}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** Address of a report's PDF, inside the app's own scheme. */
export function reportAddress(report: string): string {
  return `/archive/reports/${report}/report.pdf`;
}
