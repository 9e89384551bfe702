/** What the shell says to a window once, before anything else. */
import type { Beginning } from "./bridge.ts";

let asked: Promise<Beginning> | null = null;
let said: Beginning | null = null;

/** Asks once. The shell makes itself ready meanwhile: whatever else is asked is to be asked after that. */
export function hearBeginning(): Promise<Beginning> {
  asked ??= window.relire.beginning().then((answer) => {
    said = answer;
    return beginning();
  });
  return asked;
}

/** Throws before it was heard. */
export function beginning(): Beginning {
  if (!said) throw new Error("the window has not begun");
  return said;
}
