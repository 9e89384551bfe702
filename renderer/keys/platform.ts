/** Which keyboard this is, and what a key event says of it. */
import type { Press } from "../bridge.ts";

export const isMac = navigator.userAgent.includes("Macintosh");

export function pressOf(event: KeyboardEvent): Press {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, isAltGraph: event.getModifierState("AltGraph") };
}
