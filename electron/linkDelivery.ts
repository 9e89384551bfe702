/** Brings links from the system to the window: kept until its page can hear of them. */
import type { WebContents } from "electron";
import { channels } from "./contract.ts";

export interface LinkDelivery {
  /** Sends what waits, and what comes later, to a page whose preload script ran. */
  connect(page: WebContents): void;
  deliver(hrefs: readonly string[]): void;
}

/** `open` opens a window where there is none; it is to be connected. */
export function createLinkDelivery(open: () => void): LinkDelivery {
  let page: WebContents | null = null;
  let waiting: string[] = [];
  const send = (): void => {
    for (const href of waiting) page?.send(channels.link, href);
    if (page) waiting = [];
  };
  return {
    connect(to) {
      page = to;
      to.once("destroyed", () => {
        if (page === to) page = null;
      });
      send();
    },
    deliver(hrefs) {
      waiting.push(...hrefs);
      if (page) send();
      else open();
    },
  };
}
