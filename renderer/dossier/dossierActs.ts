/** Changes of a dossier as a person makes them: what fails is said, and what was typed is never lost. */
import type { TFunction } from "i18next";
import type { Dossier, DossierItem, TextRole } from "../../archive/dossier.ts";
import type { DossierChange } from "../../archive/dossierChange.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { bridge } from "../bridge.ts";
import { giveFailure, giveNotice } from "../import/notices.tsx";
import { placesOf } from "./itemOrder.ts";
import type { Saved } from "./useTyped.ts";

/** Gives whether it was made. */
export async function changeDossier(id: string, change: DossierChange, t: TFunction): Promise<boolean> {
  const answer = await bridge.changeDossier({ id, change });
  if (!answer.ok) giveFailure(t, answer.failure);
  return answer.ok;
}

export function newText(role: TextRole): DossierItem & { kind: "text" } {
  return { id: crypto.randomUUID(), given: [], kind: "text", role, text: "", minutes: null };
}

/**
 * Keeps what is typed: an own text and its minutes, or a field of the whole. What was changed elsewhere meanwhile stays; what was typed waits to be compared with it, or,
 * where something else waits there already, is kept as a text of its own.
 */
export async function keepTyped(id: string, change: Extract<DossierChange, { kind: "text" | "minutes" | "head" }>, kept: { role: TextRole; text: string; after: string | null }, t: TFunction): Promise<Saved> {
  const answer = await bridge.changeDossier({ id, change });
  if (answer.ok) return "kept";
  const { code } = answer.failure;
  if (code !== "item-changed") {
    giveFailure(t, answer.failure);
    return code === "item-beside" || code === "item-removed" ? "dropped" : "failed";
  }
  const { role, text, after } = kept;
  if (!(await changeDossier(id, { kind: "add", items: [{ ...newText(role), text }], after }, t))) return "failed";
  giveNotice({ text: t("dossier.kept") });
  return "dropped";
}

/** Moves a dossier to the bin, and says so with the way back. `onRemoved` runs once it is there. */
export async function removeDossier({ id, title }: Pick<Dossier, "id" | "title">, onRemoved: () => void, t: TFunction): Promise<void> {
  const answer = await bridge.removeDossier(id);
  if (!answer.ok) return giveFailure(t, answer.failure, title);
  onRemoved();
  giveNotice({ text: t("dossier.binned", { title: frenchTypography(title) }), undo: { run: () => void restoreDossier(id, t), isPossible: () => isInBin(id) } });
}

export async function restoreDossier(id: string, t: TFunction): Promise<void> {
  const answer = await bridge.restoreDossier(id);
  if (!answer.ok) giveFailure(t, answer.failure);
}

/** Takes items out, and says so with the way back. */
export async function removeItems({ id, items }: Pick<Dossier, "id" | "items">, gone: readonly string[], text: string, t: TFunction): Promise<void> {
  const places = placesOf(items, gone);
  if (!(await changeDossier(id, { kind: "remove", items: [...gone] }, t))) return;
  const run = (): void => void changeDossier(id, { kind: "bringBack", items: places }, t);
  giveNotice({ text, undo: { run, isPossible: () => isDossier(id, (now) => gone.some((item) => !hasItem(now, item))) } });
}

/** Puts items at the end of another dossier, as items of their own there, and takes them out of this one unless they are copied; says so with one way back for all of it. */
export async function giveItems({ id, items }: Pick<Dossier, "id" | "items">, given: readonly string[], { to, isCopy }: { to: Pick<Dossier, "id" | "title">; isCopy: boolean }, t: TFunction): Promise<void> {
  const places = placesOf(items, given);
  const copies = places.map(({ item }) => ({ ...item, id: crypto.randomUUID(), given: [] }));
  if (!(await changeDossier(to.id, { kind: "add", items: copies, after: "end" }, t))) return;
  if (!isCopy && !(await changeDossier(id, { kind: "remove", items: [...given] }, t))) return;
  const run = async (): Promise<void> => {
    // First here: what ends in between leaves them in both, and never in none.
    if (!isCopy && !(await changeDossier(id, { kind: "bringBack", items: places }, t))) return;
    await changeDossier(to.id, { kind: "remove", items: copies.map((copy) => copy.id) }, t);
  };
  const told = { count: given.length, dossier: frenchTypography(to.title) };
  const isPossible = async (): Promise<boolean> => (isCopy || (await isDossier(id, () => true))) && isDossier(to.id, (now) => copies.some((copy) => hasItem(now, copy.id)));
  giveNotice({ text: isCopy ? t("dossier.copiedTo", told) : t("dossier.givenTo", told), undo: { run: () => void run(), isPossible } });
}

/** Whether a dossier is there and as is asked. When it cannot be told now, it is taken to be so. */
export async function isDossier(id: string, asIsAsked: (now: Dossier) => boolean): Promise<boolean> {
  const dossier = await bridge.dossier(id);
  if (dossier.ok) return asIsAsked(dossier.value);
  return dossier.failure.code !== "unknown-item" && dossier.failure.code !== "item-removed";
}

async function isInBin(id: string): Promise<boolean> {
  const bin = await bridge.binnedDossiers();
  return !bin.ok || bin.value.some((each) => each.id === id);
}

export function hasItem({ items }: Pick<Dossier, "items">, item: string): boolean {
  return items.some(({ id }) => id === item);
}
