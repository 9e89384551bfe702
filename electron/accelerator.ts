/** Shortcuts as Electron's menus write them. Shown there, and pressed in the window, which knows where each holds. */
import { isSingleKey, type Modifier, partsOf } from "./chords.ts";

const modifierNames: Record<Modifier, string> = { Mod: "CmdOrCtrl", Ctrl: "Control", Meta: "Super", Alt: "Alt", Shift: "Shift" };
const keyNames: Record<string, string> = { "+": "Plus", ArrowLeft: "Left", ArrowRight: "Right", ArrowUp: "Up", ArrowDown: "Down", Enter: "Return" };

/**
 * The first chord that a menu can show: one key alone would look like an access key, and Electron knows no letters with accents. Undefined
 * when there is none.
 */
export function acceleratorOf(chords: readonly string[]): string | undefined {
  const chord = chords.find((each) => !isSingleKey(each) && /^[\x21-\x7e]+$/.test(each));
  const parts = chord === undefined ? null : partsOf(chord);
  return parts ? [...parts.modifiers.map((each) => modifierNames[each]), keyNames[parts.key] ?? parts.key].join("+") : undefined;
}
