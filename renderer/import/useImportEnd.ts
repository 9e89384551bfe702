/** An import that ends while nothing is being read shows its report; a report that is read needs no other word about its end. */
import { useEffect } from "react";
import type { SheetPlace } from "../place.ts";
import { putEndAway, useEnded } from "./importsStore.ts";

export function useImportEnd(sheet: SheetPlace, toReport: (id: string) => void): void {
  const ended = useEnded();
  const read = sheet.kind === "import" ? sheet.id : null;
  const isIdle = sheet.kind === "start";
  useEffect(
    function showEnd() {
      if (ended && isIdle) toReport(ended.id);
      else if (ended && ended.id === read) putEndAway();
    },
    [ended, isIdle, read, toReport],
  );
}
