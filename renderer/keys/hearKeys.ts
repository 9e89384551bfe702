/** The keys of the window: a press becomes a chord, and the first of its actions that can be done now is done. */
import { actionOf, actionsOf, chordOf, isSingleKey, type Shortcuts } from "../bridge.ts";
import { handlerOf } from "./actionHandlers.ts";
import { isMac, pressOf } from "./platform.ts";

/** Hears keys until the function that it gives is called. `shortcuts` is asked at each key. */
export function hearKeys(shortcuts: () => Shortcuts): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    const chord = chordOf(pressOf(event), isMac);
    if (chord === null || isForField(event.target, chord)) return;
    for (const id of actionsOf(chord, shortcuts())) {
      const handler = handlerOf(id);
      if (!handler) continue;
      // Also keeps the key from the menu, from widgets below, and from F6 of React Aria's landmarks.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat || actionOf(id).repeats) handler();
      return;
    }
  };
  // On its way down: widgets keep many keys to themselves.
  window.addEventListener("keydown", hear, { capture: true });
  return () => window.removeEventListener("keydown", hear, { capture: true });
}

/** Whether a key writes or moves in the field that it is pressed in, or is being recorded. */
function isForField(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("[data-records-keys]")) return true;
  if (!target.isContentEditable && !target.matches("input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select")) return false;
  return isSingleKey(chord) || /^Alt\+Arrow(?:Up|Down)$/.test(chord) || (isMac && /^Mod\+(?:Shift\+)?Arrow/.test(chord));
}
