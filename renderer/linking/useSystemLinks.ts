/** Follows links that come from outside of the window: a mail, a page, another start of the app. */
import { useEffect } from "react";
import { bridge } from "../bridge.ts";

export function useSystemLinks(follow: (href: string) => void): void {
  useEffect(
    function hearLinks() {
      return bridge.onLink(follow);
    },
    [follow],
  );
}
