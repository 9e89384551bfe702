/** Looks at what other programs wrote when the person comes back to the window: where the system tells of no changes, this is when they are seen. */
import { bridge } from "../bridge.ts";

/** Once, as the window starts. */
export function followOthers(): void {
  let isLooking = false;
  window.addEventListener("focus", () => {
    if (isLooking) return;
    isLooking = true;
    void bridge.lookAtWritten().finally(() => (isLooking = false));
  });
}
