/**
 * Everything that can be done by a key, the menu or the palette: one line each, its words in `renderer/words/…/keys.ts`. The menu bar, the
 * keys of the window, the palette, the list of shortcuts and their choice in the settings are all made from it. Pure.
 */
import { isSingleKey } from "./chords.ts";

export const actionGroups = ["go", "search", "read", "report", "tabs", "library", "view", "app"] as const;
export type ActionGroup = (typeof actionGroups)[number];

interface Action {
  group: ActionGroup;
  /** Chords, the first one being shown; see `chords.ts`. */
  keys: readonly string[];
  /** In their place on macOS. */
  mac?: readonly string[];
  /** Where the keys hold, when not everywhere; there they come before those that hold everywhere. */
  where?: "text" | "report" | "card";
  /** Also holds while a dialog is open. */
  inDialogs?: true;
  /** Goes on as long as its key is held. */
  repeats?: true;
}

export const actions = {
  palette: { group: "go", keys: ["Mod+K"] },
  back: { group: "go", keys: ["Alt+ArrowLeft"], mac: ["Mod+ArrowLeft", "Mod+["] },
  forward: { group: "go", keys: ["Alt+ArrowRight"], mac: ["Mod+ArrowRight", "Mod+]"] },
  letters: { group: "go", keys: ["Mod+Shift+L"] },
  rubrics: { group: "go", keys: ["Mod+Shift+U"] },
  reports: { group: "go", keys: ["Mod+Shift+E"] },
  contents: { group: "go", keys: ["F9"] },
  nextPane: { group: "go", keys: ["F6"], inDialogs: true },
  previousPane: { group: "go", keys: ["Shift+F6"], inDialogs: true },
  search: { group: "search", keys: ["Mod+F", "/"] },
  find: { group: "search", keys: ["Mod+F"], where: "report" },
  nextMark: { group: "search", keys: ["F3", "Mod+G", "N"], mac: ["Mod+G", "F3", "N"], repeats: true },
  previousMark: { group: "search", keys: ["Shift+F3", "Mod+Shift+G", "P"], mac: ["Mod+Shift+G", "Shift+F3", "P"], repeats: true },
  nextSection: { group: "read", keys: ["J", "Alt+PageDown"], where: "text", repeats: true },
  previousSection: { group: "read", keys: ["K", "Alt+PageUp"], where: "text", repeats: true },
  nextInRow: { group: "read", keys: ["Alt+ArrowDown"], mac: ["Mod+Alt+ArrowDown"] },
  previousInRow: { group: "read", keys: ["Alt+ArrowUp"], mac: ["Mod+Alt+ArrowUp"] },
  highlight: { group: "read", keys: ["Mod+Shift+H"] },
  quote: { group: "read", keys: ["Mod+Shift+C"] },
  toggleRead: { group: "read", keys: [] },
  gather: { group: "read", keys: ["D", "Mod+D"] },
  gatherInto: { group: "read", keys: ["Shift+D", "Mod+Shift+D"] },
  nextPage: { group: "report", keys: ["J", "Alt+PageDown"], where: "report", repeats: true },
  previousPage: { group: "report", keys: ["K", "Alt+PageUp"], where: "report", repeats: true },
  goToPage: { group: "report", keys: ["G", "Mod+L"], where: "report" },
  copyReference: { group: "report", keys: ["Mod+Shift+C"], where: "report" },
  saveCopy: { group: "report", keys: ["Mod+S"], where: "report" },
  newTab: { group: "tabs", keys: ["Mod+T"] },
  closeTab: { group: "tabs", keys: ["Mod+W"] },
  reopenTab: { group: "tabs", keys: ["Mod+Shift+T"] },
  nextTab: { group: "tabs", keys: ["Mod+PageDown", "Mod+Tab"], mac: ["Ctrl+Tab", "Ctrl+PageDown"], repeats: true },
  previousTab: { group: "tabs", keys: ["Mod+PageUp", "Mod+Shift+Tab"], mac: ["Ctrl+Shift+Tab", "Ctrl+PageUp"], repeats: true },
  moveTabRight: { group: "tabs", keys: ["Mod+Shift+PageDown"], mac: ["Ctrl+Shift+PageDown"] },
  moveTabLeft: { group: "tabs", keys: ["Mod+Shift+PageUp"], mac: ["Ctrl+Shift+PageUp"] },
  importFiles: { group: "library", keys: ["Mod+O"] },
  importFolder: { group: "library", keys: ["Mod+Shift+O"] },
  notes: { group: "go", keys: [] },
  dossiers: { group: "go", keys: [] },
  imports: { group: "library", keys: [] },
  bin: { group: "library", keys: [] },
  nextCard: { group: "library", keys: ["Mod+Enter"], where: "card" },
  previousCard: { group: "library", keys: ["Mod+Shift+Enter"], where: "card" },
  export: { group: "library", keys: ["Mod+P"] },
  zoomIn: { group: "view", keys: ["Mod++", "Mod+="], inDialogs: true, repeats: true },
  zoomOut: { group: "view", keys: ["Mod+-", "Mod+_"], inDialogs: true, repeats: true },
  zoomReset: { group: "view", keys: ["Mod+0", "Mod+À"], inDialogs: true },
  fullScreen: { group: "view", keys: ["F11"], mac: ["Mod+Ctrl+F", "F11"], inDialogs: true },
  present: { group: "view", keys: ["F5"], mac: ["Mod+Shift+P", "F5"] },
  settings: { group: "app", keys: ["Mod+,"] },
  shortcuts: { group: "app", keys: ["F1", "?"], mac: ["?", "F1"] },
  changeShortcuts: { group: "app", keys: [] },
  tour: { group: "app", keys: [] },
  about: { group: "app", keys: [] },
} as const satisfies Record<string, Action>;

export type ActionId = keyof typeof actions;
export const actionIds = Object.keys(actions) as ActionId[];

/** The line of an action, with all that a line can tell. */
export function actionOf(id: ActionId): Action {
  return actions[id];
}

/** The chords of every action, in the order they are shown. */
export type Shortcuts = Record<ActionId, readonly string[]>;

/** What a person chose: other chords for some actions, and whether characters alone do anything. */
export interface ShortcutChoices {
  /** By the id of the action; others than known ones are left alone. */
  shortcuts: Readonly<Record<string, readonly string[]>>;
  singleKeys: boolean;
}

export function defaultKeys(id: ActionId, isMac: boolean): readonly string[] {
  const { keys, mac } = actionOf(id);
  return isMac && mac ? mac : keys;
}

/** The chords that now hold. */
export function shortcutsInForce({ shortcuts, singleKeys }: ShortcutChoices, isMac: boolean): Shortcuts {
  const chosen = (id: ActionId): readonly string[] => shortcuts[id] ?? defaultKeys(id, isMac);
  return Object.fromEntries(actionIds.map((id) => [id, singleKeys ? chosen(id) : chosen(id).filter((chord) => !isSingleKey(chord))])) as Shortcuts;
}

/** The actions of a chord, those that hold in some place only before those that hold everywhere. */
export function actionsOf(chord: string, shortcuts: Shortcuts): ActionId[] {
  const ids = actionIds.filter((id) => shortcuts[id].includes(chord));
  return [...ids.filter((id) => actionOf(id).where), ...ids.filter((id) => !actionOf(id).where)];
}

/** An action that a chord already belongs to where another one would hold; null when it is free. */
export function conflictOf(chord: string, id: ActionId, shortcuts: Shortcuts): ActionId | null {
  const { where } = actionOf(id);
  const meets = (other: ActionId): boolean => !where || !actionOf(other).where || actionOf(other).where === where;
  return actionIds.find((other) => other !== id && shortcuts[other].includes(chord) && meets(other)) ?? null;
}
