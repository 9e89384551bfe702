/** The window's only way out: the contract, as the preload script exposed it. */
import type { Bridge } from "../electron/contract.ts";

declare global {
  interface Window {
    relire: Bridge;
  }
}

export const bridge: Bridge = window.relire;
export type { Beginning, Bridge, Command, Language, Settings } from "../electron/contract.ts";

/** Address of a picture or a report's PDF, inside the app's own scheme. `path` is relative to the collection's folder. */
export function archiveAddress(collection: string, path: string): string {
  return `/archive/${collection}/${path.split("/").map(encodeURIComponent).join("/")}`;
}
