/**
 * Keys pressed together, as text: "Mod+Shift+K", "F3", "?". What counts is the character that the person's layout gives, never where its key
 * lies: "/" is one key on QWERTY and Shift+: on AZERTY, and both are "/". So Shift is told only of letters and of keys with a name. "Mod" is
 * Cmd on macOS and Ctrl elsewhere; "Ctrl" and "Meta" are the other one of the two. Pure.
 */

/** What a `KeyboardEvent` says of a key. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** AltGr is held, which Windows tells as Ctrl and Alt. */
  isAltGraph: boolean;
}

const modifiers = ["Mod", "Ctrl", "Meta", "Alt", "Shift"] as const;
export type Modifier = (typeof modifiers)[number];

const form = /^((?:(?:Mod|Ctrl|Meta|Alt|Shift)\+)*)(.|[A-Z][A-Za-z0-9]+)$/u;

const character = /^.$/u;

/** Keys that only change what another one means, or that make no character by themselves. */
const incomplete = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "NumLock", "Fn", "Dead", "Process", "Unidentified", "Compose"]);

/** The chord of a press; null while only modifiers are held, or for a dead key. */
export function chordOf(press: Press, isMac: boolean): string | null {
  if (incomplete.has(press.key)) return null;
  const key = keyOf(press);
  const isCharacter = character.test(key);
  const isLetter = /^\p{L}$/u.test(key);
  // AltGr, and Option on macOS, take part in making the character.
  const makesCharacter = isCharacter && (press.isAltGraph || (isMac && press.altKey && !press.metaKey && !press.ctrlKey && !isLetter));
  const held: Record<Modifier, boolean> = {
    Mod: isMac ? press.metaKey : press.ctrlKey && !makesCharacter,
    Ctrl: isMac && press.ctrlKey,
    Meta: !isMac && press.metaKey,
    Alt: press.altKey && !makesCharacter,
    Shift: press.shiftKey && (isLetter || !isCharacter),
  };
  return [...modifiers.filter((each) => held[each]), key].join("+");
}

/** Its character in capitals, or its name. A layout without Latin letters gives them by where they lie, as its own menus do. */
function keyOf({ key, code }: Press): string {
  if (key === " ") return "Space";
  const isForeign = /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key);
  const latin = isForeign ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  const capital = (latin ?? key).toLocaleUpperCase("fr");
  return character.test(key) && character.test(capital) ? capital : key;
}

/** Whether a text is a chord in the form that `chordOf` gives, whose modifiers stand in their order. */
export function isChord(text: string): boolean {
  const parts = partsOf(text);
  return parts !== null && [...parts.modifiers, parts.key].join("+") === text;
}

/** The modifiers of a chord, in order, and its key; null when it is none. */
export function partsOf(chord: string): { modifiers: Modifier[]; key: string } | null {
  const [, before, key] = form.exec(chord) ?? [];
  if (before === undefined || key === undefined) return null;
  return { modifiers: modifiers.filter((each) => before.split("+").includes(each)), key };
}

/** Whether it is a character alone, which a person who speaks to the computer, or whose hand trembles, gives by mistake (WCAG 2.2, 2.1.4). */
export function isSingleKey(chord: string): boolean {
  const parts = partsOf(chord);
  return parts !== null && character.test(parts.key) && parts.modifiers.every((each) => each === "Shift");
}

/** Whether it may be given to an action: not what moves the focus, presses, closes, or edits a text everywhere. */
export function isFree(chord: string): boolean {
  const parts = partsOf(chord);
  if (!parts) return false;
  const { modifiers: held, key } = parts;
  if (["Escape", "ContextMenu"].includes(key)) return false;
  const isBare = held.every((each) => each === "Shift");
  if (isBare && /^(?:Tab|Enter|Space|Backspace|Delete|Home|End|Page.*|Arrow.*)$/.test(key)) return false;
  return !(held.join("+") === "Mod" && /^[ACVXYZ]$/.test(key)) && chord !== "Mod+Shift+Z" && chord !== "Alt+F4";
}
