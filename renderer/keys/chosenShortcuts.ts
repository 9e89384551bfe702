/** Changes to what a person chose for shortcuts: only what differs from the defaults is kept. Pure. */
import { type ActionId, actionIds, defaultKeys, type ShortcutChoices } from "../bridge.ts";

type Chosen = ShortcutChoices["shortcuts"];
/** As the settings keep it. */
export type Kept = Record<string, string[]>;

export function chosenFor(chosen: Chosen, id: ActionId, isMac: boolean): readonly string[] {
  return chosen[id] ?? defaultKeys(id, isMac);
}

/** With these chords for an action. */
export function withChosen(chosen: Chosen, id: ActionId, chords: readonly string[], isMac: boolean): Kept {
  const others = Object.entries(chosen).filter(([other]) => other !== id);
  const isDefault = JSON.stringify(chords) === JSON.stringify(defaultKeys(id, isMac));
  return Object.fromEntries([...others, ...(isDefault ? [] : [[id, chords] as const])].map(([key, list]) => [key, [...list]]));
}

/** With a chord in the place of another one of an action, or after its others; null takes the other one away. */
export function replaced(chosen: Chosen, id: ActionId, former: string | null, chord: string | null, isMac: boolean): Kept {
  const before = chosenFor(chosen, id, isMac);
  const rest = before.filter((each) => each !== chord || each === former);
  const swapped = former === null ? [...rest, chord] : rest.map((each) => (each === former ? chord : each));
  return withChosen(chosen, id, swapped.filter((each) => each !== null), isMac);
}

/** With a chord taken away from another action. */
export function without(chosen: Chosen, id: ActionId, chord: string, isMac: boolean): Kept {
  return withChosen(chosen, id, chosenFor(chosen, id, isMac).filter((each) => each !== chord), isMac);
}

/** With the default chords of an action. */
export function restored(chosen: Chosen, id: ActionId): Kept {
  return Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== id).map(([key, list]) => [key, [...list]]));
}

/** Whether some action has other chords than the defaults. */
export function isAnyChosen(chosen: Chosen): boolean {
  return actionIds.some((id) => chosen[id] !== undefined);
}
