/** The window's only way out: the contract, as the preload script exposed it. */
import type { Bridge } from "../electron/contract.ts";

declare global {
  interface Window {
    relire: Bridge;
  }
}

export const bridge: Bridge = window.relire;
export type {
  Beginning,
  BinEntry,
  Bridge,
  CardChange,
  Command,
  ImportHead,
  ImportsState,
  Language,
  LibrarianEvent,
  LockedFile,
  PackOffer,
  RunningImport,
  SectionChange,
  Settings,
} from "../electron/contract.ts";

/** Address of a letter's picture, inside the app's own scheme. `path` is as in the letter: `pictures/cover.svg`. */
export function pictureAddress(letter: string, path: string): string {
  return `/archive/letters/${letter}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** Address of a report's PDF, inside the app's own scheme. */
export function reportAddress(report: string): string {
  return `/archive/reports/${report}/report.pdf`;
}
