/** The shortcuts that now hold, for whoever shows one, and how they are written. */
import { createContext, useCallback, useContext } from "react";
import { useTranslation } from "react-i18next";
import { type ActionId, type Modifier, partsOf, type Shortcuts, shortcutsInForce } from "../bridge.ts";
import type { fr } from "../words/fr.ts";
import { isMac } from "./platform.ts";

export const ShortcutsContext = createContext<Shortcuts>(shortcutsInForce({ shortcuts: {}, singleKeys: true }, isMac));
export const useShortcuts = (): Shortcuts => useContext(ShortcutsContext);

type NamedKey = keyof typeof fr.keyNames;

const macNames: Partial<Record<string, string>> = { Mod: "⌘", Ctrl: "⌃", Meta: "⌘", Alt: "⌥", Shift: "⇧", Enter: "↩", Escape: "⎋", Backspace: "⌫" };

/** Gives a chord as its keys are called: "Ctrl", "Maj", "K"; on macOS by their signs. */
export function useKeyNames(): (chord: string) => string[] {
  const { t, i18n } = useTranslation();
  return useCallback(
    (chord: string) => {
      const nameOf = (key: string): string => {
        const named = isMac ? macNames[key] : undefined;
        if (named !== undefined) return named;
        const own = key === "Mod" ? "Ctrl" : key;
        return i18n.exists(`keyNames.${own}`) ? t(`keyNames.${own as NamedKey}`) : own;
      };
      const parts = partsOf(chord);
      return parts ? [...parts.modifiers.map((each: Modifier) => nameOf(each)), nameOf(parts.key)] : [];
    },
    [t, i18n],
  );
}

/** Gives a name with the action's shortcut after it, as tooltips tell it: "Next match (F3)". */
export function useNameWithKeys(): (name: string, id: ActionId) => string {
  const keysOf = useKeysOf();
  return (name, id) => {
    const keys = keysOf(id);
    return keys === "" ? name : `${name} (${keys})`;
  };
}

/** Gives the first shortcut of an action in a few signs, "Ctrl+K"; empty when it has none. */
export function useKeysOf(): (id: ActionId) => string {
  const shortcuts = useShortcuts();
  const names = useKeyNames();
  return (id) => {
    const [first] = shortcuts[id];
    return first === undefined ? "" : names(first).join(isMac ? "" : "+");
  };
}
