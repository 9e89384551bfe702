/** Keys as a French AZERTY keyboard gives them: where each lies, and what it says, are two things. */
import type { CDPSession, Page } from "@playwright/test";

/** By the character: where its key lies, as `KeyboardEvent.code` tells it, and whether Shift is needed. */
const keys: Record<string, { code: string; shift?: true }> = {
  a: { code: "KeyQ" },
  q: { code: "KeyA" },
  z: { code: "KeyW" },
  w: { code: "KeyZ" },
  m: { code: "Semicolon" },
  ",": { code: "KeyM" },
  "?": { code: "KeyM", shift: true },
  ";": { code: "Comma" },
  ":": { code: "Period" },
  "/": { code: "Period", shift: true },
  "=": { code: "Equal" },
  "+": { code: "Equal", shift: true },
  é: { code: "Digit2" },
  "'": { code: "Digit4" },
  "-": { code: "Digit6" },
  è: { code: "Digit7" },
  _: { code: "Digit8" },
  ç: { code: "Digit9" },
  à: { code: "Digit0" },
  " ": { code: "Space" },
  ...Object.fromEntries(Array.from("0123456789", (digit) => [digit, { code: `Digit${digit}`, shift: true as const }])),
};

const bits = { alt: 1, ctrl: 2, shift: 8 };

export interface Azerty {
  /** One key, by the character that it gives. */
  press(character: string, held?: { ctrl?: boolean; alt?: boolean }): Promise<void>;
  /** A text, key by key. */
  type(text: string): Promise<void>;
}

export async function azertyOf(window: Page): Promise<Azerty> {
  const session: CDPSession = await window.context().newCDPSession(window);
  const press: Azerty["press"] = async (character, { ctrl = false, alt = false } = {}) => {
    const { code, shift } = keys[character] ?? { code: `Key${character.toUpperCase()}` };
    const modifiers = (alt ? bits.alt : 0) + (ctrl ? bits.ctrl : 0) + (shift ? bits.shift : 0);
    const event = { key: character, code, modifiers, ...(!ctrl && !alt && { text: character }) };
    await session.send("Input.dispatchKeyEvent", { type: event.text === undefined ? "rawKeyDown" : "keyDown", ...event });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: character, code, modifiers });
  };
  return {
    press,
    async type(text) {
      for (const character of text) await press(character);
    },
  };
}
