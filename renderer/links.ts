/** What a link does when it is followed, for every view that shows some. */
import { createContext, useContext } from "react";

export interface Links {
  /** Follows an address of the archive or of the web. */
  follow(href: string): void;
}

export const LinksContext = createContext<Links | null>(null);

/** The links; only below App's provider. */
export function useLinks(): Links {
  const links = useContext(LinksContext);
  if (!links) throw new Error("useLinks outside of its provider");
  return links;
}
