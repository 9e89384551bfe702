/** Tells the shell, once, that the app is on the glass: fonts there, two frames drawn. */
import { useEffect } from "react";
import { bridge } from "../bridge.ts";
import { handOver } from "../firstScreen/show.ts";
import { loadAhead } from "../onDemand.tsx";

export function usePainted(isReady: boolean): void {
  useEffect(
    function tellPainted() {
      if (!isReady) return;
      void document.fonts.ready.then(() =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            handOver();
            // For whoever measures (User Timing, W3C).
            performance.mark("painted");
            void bridge.painted();
            loadAhead();
          }),
        ),
      );
    },
    [isReady],
  );
}
