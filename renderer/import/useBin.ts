/** What the bin holds, asked for again when the archive changes. */
import { useCallback, useEffect, useState } from "react";
import { type BinEntry, bridge } from "../bridge.ts";
import type { Asked } from "../useAnswer.ts";

export function useBin(): { asked: Asked<BinEntry[]>; again(): void } {
  const [asked, setAsked] = useState<Asked<BinEntry[]>>({ state: "pending" });
  const again = useCallback(() => {
    void bridge.bin().then((answer) => setAsked(answer.ok ? { state: "value", value: answer.value } : { state: "failure", failure: answer.failure }));
  }, []);
  useEffect(
    function follow() {
      again();
      return bridge.onLibrarian(({ event }) => (event === "changed" || event === "restarted") && again());
    },
    [again],
  );
  return { asked, again };
}
