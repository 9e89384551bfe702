/** Has the shell keep the screen that one leaves with the window. */
import { bridge } from "../bridge.ts";
import { drawScreen } from "./draw.ts";

export function keepScreenAtTheEnd(): void {
  window.addEventListener("pagehide", () => {
    const screen = drawScreen();
    if (screen) void bridge.keepFirstScreen(JSON.stringify(screen));
  });
}
