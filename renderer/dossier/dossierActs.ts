/** Changes of a dossier as a person makes them: what fails is said, and what was typed is never lost. */
import type { TFunction } from "i18next";
import type { Dossier, DossierChange, DossierItem, TextRole } from "../../archive/dossier.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { bridge } from "../bridge.ts";
import { giveFailure, giveNotice } from "../import/notices.tsx";
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
 * Keeps words as they are typed: an own text, or the title and purpose for no item. Words that were changed elsewhere meanwhile stay; what was typed waits to be compared with them, or,
 * where something waits already, is kept as a text of its own.
 */
export async function keepWords(id: string, change: Extract<DossierChange, { kind: "text" | "head" }>, kept: { role: TextRole; text: string; after: string | null }, t: TFunction): Promise<Saved> {
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
  giveNotice({ text: t("dossier.binned", { title: frenchTypography(title) }), undo: { name: t("dossier.undo"), run: () => void restoreDossier(id, t), isPossible: () => isInBin(id) } });
}

export async function restoreDossier(id: string, t: TFunction): Promise<void> {
  const answer = await bridge.restoreDossier(id);
  if (!answer.ok) giveFailure(t, answer.failure);
}

/** Takes an item out, and says so with the way back. */
export async function removeItem(id: string, items: readonly DossierItem[], item: DossierItem, title: string, t: TFunction): Promise<void> {
  const before = items[items.indexOf(item) - 1]?.id ?? null;
  if (!(await changeDossier(id, { kind: "remove", items: [item.id] }, t))) return;
  const undo = { name: t("dossier.undo"), run: () => void changeDossier(id, { kind: "add", items: [item], after: before }, t), isPossible: () => isDossier(id, (now) => !now.items.some((each) => each.id === item.id)) };
  giveNotice({ text: t("dossier.removed", { title }), undo });
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
