/** Says something once, wherever in the window it came about; what is said anew later is passed over. */
import { useEffect, useRef } from "react";
import { giveNotice } from "./notices.tsx";

/** Null as long as there is nothing to say. */
export function useNoticeOnce(text: string | null): void {
  const wasSaid = useRef(false);
  useEffect(
    function sayOnce() {
      if (text === null || wasSaid.current) return;
      wasSaid.current = true;
      giveNotice({ text });
    },
    [text],
  );
}
