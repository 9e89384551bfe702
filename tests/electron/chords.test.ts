/** Chords from what the layouts of keyboards give for each key, as Chromium tells it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceleratorOf } from "../../electron/accelerator.ts";
import { withAccessKeys } from "../../electron/accessKeys.ts";
import { actionIds, actions, actionsOf, conflictOf, defaultKeys, shortcutsInForce } from "../../electron/actions.ts";
import { chordOf, isChord, isFree, isSingleKey, partsOf, type Press } from "../../electron/chords.ts";

const inForce = shortcutsInForce({ shortcuts: {}, singleKeys: true }, false);
const onMac = shortcutsInForce({ shortcuts: {}, singleKeys: true }, true);

function press(key: string, { code = "", ...held }: Partial<Press> = {}): Press {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isAltGraph: false, ...held };
}

const ctrl = { ctrlKey: true };
const shift = { shiftKey: true };

/** What a person presses, by the key's place, and what the layout says of it. */
const presses: [layout: string, pressed: string, press: Press, action: string][] = [
  ["AZERTY", "Maj+:", press("/", { code: "Period", ...shift }), "search"],
  ["AZERTY", "Maj+,", press("?", { code: "KeyM", ...shift }), "shortcuts"],
  ["AZERTY", "Ctrl+K", press("k", { code: "KeyK", ...ctrl }), "palette"],
  ["AZERTY", "Ctrl+,", press(",", { code: "KeyM", ...ctrl }), "settings"],
  ["AZERTY", "Ctrl+=", press("=", { code: "Equal", ...ctrl }), "zoomIn"],
  ["AZERTY", "Ctrl+Maj+=", press("+", { code: "Equal", ...ctrl, ...shift }), "zoomIn"],
  ["AZERTY", "Ctrl+6", press("-", { code: "Digit6", ...ctrl }), "zoomOut"],
  ["AZERTY", "Ctrl+à", press("à", { code: "Digit0", ...ctrl }), "zoomReset"],
  ["AZERTY", "Ctrl+Maj+à", press("0", { code: "Digit0", ...ctrl, ...shift }), "zoomReset"],
  ["AZERTY, numeric pad", "Ctrl+0", press("0", { code: "Numpad0", ...ctrl }), "zoomReset"],
  ["AZERTY, numeric pad", "Ctrl+plus", press("+", { code: "NumpadAdd", ...ctrl }), "zoomIn"],
  ["AZERTY", "M, where QWERTY has a semicolon", press("j", { code: "KeyJ" }), "nextSection"],
  ["QWERTY", "/", press("/", { code: "Slash" }), "search"],
  ["QWERTY", "Shift+/", press("?", { code: "Slash", ...shift }), "shortcuts"],
  ["QWERTY", "Ctrl+=", press("=", { code: "Equal", ...ctrl }), "zoomIn"],
  ["QWERTY", "Ctrl+Shift+=", press("+", { code: "Equal", ...ctrl, ...shift }), "zoomIn"],
  ["QWERTY", "Ctrl+-", press("-", { code: "Minus", ...ctrl }), "zoomOut"],
  ["QWERTY", "Ctrl+Shift+-", press("_", { code: "Minus", ...ctrl, ...shift }), "zoomOut"],
  ["QWERTY", "Ctrl+0", press("0", { code: "Digit0", ...ctrl }), "zoomReset"],
  ["QWERTY", "Caps Lock, J", press("J", { code: "KeyJ" }), "nextSection"],
  ["BEPO", "9", press("/", { code: "Digit9" }), "search"],
  ["BEPO", "Maj+’", press("?", { code: "KeyN", ...shift }), "shortcuts"],
  ["BEPO", "Ctrl+7", press("+", { code: "Digit7", ...ctrl }), "zoomIn"],
  ["BEPO", "Ctrl+8", press("-", { code: "Digit8", ...ctrl }), "zoomOut"],
  ["BEPO", "Ctrl+Maj+*", press("0", { code: "Digit0", ...ctrl, ...shift }), "zoomReset"],
  ["BEPO", "Ctrl+K, elsewhere than on QWERTY", press("k", { code: "KeyB", ...ctrl }), "palette"],
  ["BEPO", "Ctrl+,", press(",", { code: "KeyG", ...ctrl }), "settings"],
  ["ЙЦУКЕН", "Ctrl+Л, where QWERTY has K", press("л", { code: "KeyK", ...ctrl }), "palette"],
  ["any", "F3", press("F3", { code: "F3" }), "nextMark"],
  ["any", "Shift+F3", press("F3", { code: "F3", ...shift }), "previousMark"],
  ["any", "Alt+←", press("ArrowLeft", { altKey: true }), "back"],
  ["any", "F11", press("F11"), "fullScreen"],
];

describe("a press", () => {
  test.each(presses)("%s: %s", (_layout, _pressed, pressed, action) => {
    const chord = chordOf(pressed, false);
    expect(actionsOf(chord ?? "", inForce)).toContain(action);
  });

  test("with AltGr is the character that it makes", () => {
    expect(chordOf(press("[", { ctrlKey: true, altKey: true, isAltGraph: true }), false)).toBe("[");
    expect(chordOf(press("@", { altKey: true, isAltGraph: true }), false)).toBe("@");
  });

  test("on macOS takes Cmd for Mod, and Option for a part of the character", () => {
    expect(actionsOf(chordOf(press("k", { metaKey: true }), true) ?? "", onMac)).toEqual(["palette"]);
    expect(actionsOf(chordOf(press("f", { metaKey: true, ctrlKey: true }), true) ?? "", onMac)).toEqual(["fullScreen"]);
    expect(actionsOf(chordOf(press("k", { ctrlKey: true }), true) ?? "", onMac)).toEqual([]);
    expect(chordOf(press("[", { altKey: true, shiftKey: true }), true)).toBe("[");
  });

  test.each(["Shift", "Control", "Alt", "AltGraph", "Meta", "Dead", "CapsLock", "Unidentified"])("of %s alone is none yet", (key) => {
    expect(chordOf(press(key), false)).toBeNull();
  });

  test("always gives a chord that reads back, whatever the key", () => {
    const held = { ctrlKey: fc.boolean(), metaKey: fc.boolean(), altKey: fc.boolean(), shiftKey: fc.boolean(), isAltGraph: fc.boolean(), code: fc.constantFrom("KeyA", "Digit1", "") };
    const key = fc.oneof(fc.string({ unit: "grapheme-composite", minLength: 1, maxLength: 1 }).filter((text) => /^.$/u.test(text)), fc.constantFrom("F12", "ArrowUp", "PageDown", "+", " ", "Enter"));
    fc.assert(
      fc.property(fc.record({ key, ...held }), fc.boolean(), (pressed, isMac) => {
        const chord = chordOf(pressed, isMac);
        expect(chord === null || isChord(chord)).toBe(true);
      }),
    );
  });
});

describe("the table of actions", () => {
  test.each([false, true])("has chords in their own form, one action each where it holds (macOS: %s)", (isMac) => {
    for (const id of actionIds) {
      for (const chord of defaultKeys(id, isMac)) {
        expect([id, chord, isChord(chord) && isFree(chord)]).toEqual([id, chord, true]);
        const rivals = actionsOf(chord, isMac ? onMac : inForce).filter((other) => other !== id);
        const places = [id, ...rivals].map((each) => ("where" in actions[each] ? actions[each].where : "everywhere"));
        expect(new Set(places).size).toBe(places.length);
      }
    }
  });

  test("asks for no key that AZERTY or BEPO only give with Shift or AltGr, but where another one does as well", () => {
    const shifted = /^(?:Mod\+)?[0-9./[\]{}\\?]$/;
    const needs = actionIds.filter((id) => defaultKeys(id, false).some((chord) => shifted.test(chord)));
    for (const id of needs) expect([id, defaultKeys(id, false).some((chord) => !shifted.test(chord))]).toEqual([id, true]);
  });

  test("leaves every action with a shortcut another one when single keys are switched off", () => {
    const without = shortcutsInForce({ shortcuts: {}, singleKeys: false }, false);
    for (const id of actionIds) {
      expect(without[id].some(isSingleKey)).toBe(false);
      expect([id, without[id].length > 0]).toEqual([id, inForce[id].length > 0]);
    }
  });

  test("puts what holds in one place before what holds everywhere", () => {
    expect(actionsOf("Mod+F", inForce)).toEqual(["find", "search"]);
  });

  test("takes what a person chose, and leaves alone what it does not know", () => {
    const chosen = shortcutsInForce({ shortcuts: { palette: ["F2"], bin: ["Mod+B"], "not-yet": ["F4"] }, singleKeys: true }, false);
    expect([chosen.palette, chosen.bin, chosen.search]).toEqual([["F2"], ["Mod+B"], inForce.search]);
    expect("not-yet" in chosen).toBe(false);
  });

  test("tells whom a chord already serves, only where both would hold", () => {
    expect(conflictOf("Mod+K", "bin", inForce)).toBe("palette");
    expect(conflictOf("Mod+B", "bin", inForce)).toBeNull();
    expect(conflictOf("J", "nextPage", inForce)).toBeNull();
    expect(conflictOf("J", "bin", inForce)).toBe("nextSection");
  });
});

describe("a chord", () => {
  test.each(["Tab", "Escape", "Shift+Tab", "Enter", "Space", "ArrowDown", "Shift+ArrowDown", "Mod+C", "Mod+V", "Mod+Z", "Mod+Shift+Z", "Alt+F4"])("%s stays with writing and moving about", (chord) => {
    expect(isFree(chord)).toBe(false);
  });

  test.each(["F2", "Mod+B", "Alt+ArrowUp", "Mod+Enter", "B", "É"])("%s may be given to an action", (chord) => {
    expect(isFree(chord)).toBe(true);
  });

  test("has modifiers in their order, and one key, which may be a plus", () => {
    expect(partsOf("Mod++")).toEqual({ modifiers: ["Mod"], key: "+" });
    expect(partsOf("+")).toEqual({ modifiers: [], key: "+" });
    for (const text of ["", "Mod", "Mod+", "Shift+Mod+K", "Mod+Mod+K", "Ctrl K", "kk"]) expect([text, text === "Mod" || !isChord(text)]).toEqual([text, true]);
  });
});

describe("the menu", () => {
  test("shows a shortcut as Electron writes it, and none that is a single key or no ASCII", () => {
    expect(acceleratorOf(["Mod+Shift+K"])).toBe("CmdOrCtrl+Shift+K");
    expect(acceleratorOf(["Mod++", "Mod+="])).toBe("CmdOrCtrl+Plus");
    expect(acceleratorOf(["Alt+ArrowLeft"])).toBe("Alt+Left");
    expect(acceleratorOf(["J", "Alt+PageDown"])).toBe("Alt+PageDown");
    expect(acceleratorOf(["/", "Mod+É"])).toBeUndefined();
  });

  test("gives each label an access key of its own", () => {
    expect(withAccessKeys(["Fichier", "Édition", "Affichage", "Aller", "Aide"])).toEqual(["&Fichier", "É&dition", "&Affichage", "A&ller", "A&ide"]);
    expect(withAccessKeys(["A & B", "A"])).toEqual(["&A && B", "A"]);
  });
});
