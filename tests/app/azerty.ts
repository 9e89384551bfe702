/** Keys as a French AZERTY keyboard gives them, or a BÉPO one: where each lies, and what it says, are two things. */
import type { CDPSession, Page } from "@playwright/test";

/** By the character: where its key lies, as `KeyboardEvent.code` tells it, and whether Shift is needed. */
type Layout = Record<string, { code: string; shift?: true }>;

const azerty: Layout = {
  a: { code: "KeyQ" },
  q: { code: "KeyA" },
  z: { code: "KeyW" },
  w: { code: "KeyZ" },
  m: { code: "Semicolon" },
  ",": { code: "KeyM" },
  "?": { code: "KeyM", shift: true },
  ";": { code: "Comma" },
  ".": { code: "Comma", shift: true },
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

const rowOf = (codes: string, characters: string): Layout => Object.fromEntries(codes.split(" ").map((code, at) => [characters[at] ?? "", { code }]));

/** https://bepo.fr: brackets are made with AltGr, which on Linux shows only in the character. */
const bepo: Layout = {
  ...rowOf("Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal", '"«»()@+-/*=%'),
  ...rowOf("KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight", "bépoè^vdljzw"),
  ...rowOf("KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash", "auie,ctsrnmç"),
  ...rowOf("IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash Space", "êàyx.k'qghf "),
  "?": { code: "KeyN", shift: true },
  ":": { code: "KeyV", shift: true },
  "[": { code: "Digit4" },
  "]": { code: "Digit5" },
  ...Object.fromEntries(Array.from("1234567890", (digit) => [digit, { code: `Digit${digit}`, shift: true as const }])),
};

const bits = { alt: 1, ctrl: 2, shift: 8 };

export interface Keyboard {
  /** One key, by the character that it gives. */
  press(character: string, held?: { ctrl?: boolean; alt?: boolean; shift?: boolean }): Promise<void>;
  /** A text, key by key. */
  type(text: string): Promise<void>;
}

export const azertyOf = (window: Page): Promise<Keyboard> => keyboardOf(window, azerty);
export const bepoOf = (window: Page): Promise<Keyboard> => keyboardOf(window, bepo);

async function keyboardOf(window: Page, layout: Layout): Promise<Keyboard> {
  const session: CDPSession = await window.context().newCDPSession(window);
  const press: Keyboard["press"] = async (character, { ctrl = false, alt = false, shift = false } = {}) => {
    const { code, shift: isShifted = false } = layout[character] ?? { code: `Key${character.toUpperCase()}` };
    const modifiers = (alt ? bits.alt : 0) + (ctrl ? bits.ctrl : 0) + (shift || isShifted ? bits.shift : 0);
    const key = shift ? character.toUpperCase() : character;
    const event = { key, code, modifiers, ...(!ctrl && !alt && { text: key }) };
    await session.send("Input.dispatchKeyEvent", { type: event.text === undefined ? "rawKeyDown" : "keyDown", ...event });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key, code, modifiers });
  };
  return {
    press,
    async type(text) {
      for (const character of text) await press(character);
    },
  };
}
