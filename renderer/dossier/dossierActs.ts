/** Changes of a dossier as a person makes them: what fails is said, and what was typed is never lost. */
import type { TFunction } from "i18next";
import type { DossierChange, DossierItem, TextRole } from "../../archive/dossier.ts";
import { bridge } from "../bridge.ts";
import { giveFailure, giveNotice } from "../import/notices.tsx";

/** Gives whether it was made. */
export async function changeDossier(id: string, change: DossierChange, t: TFunction): Promise<boolean> {
  const answer = await bridge.changeDossier({ id, change });
  if (!answer.ok) giveFailure(t, answer.failure);
  return answer.ok;
}

export function newText(role: TextRole): DossierItem & { kind: "text" } {
  return { id: crypto.randomUUID(), given: [], kind: "text", role, text: "", minutes: null };
}

/** Keeps an own text; one that was changed elsewhere meanwhile stays, and what was typed is kept under it. */
export async function keepText(id: string, item: DossierItem & { kind: "text" }, text: string, was: string, t: TFunction): Promise<boolean> {
  const answer = await bridge.changeDossier({ id, change: { kind: "text", item: item.id, was, text } });
  if (answer.ok) return true;
  if (answer.failure.code !== "item-changed") {
    giveFailure(t, answer.failure);
    return true;
  }
  const isKept = await changeDossier(id, { kind: "add", items: [{ ...newText(item.role), text }], after: item.id }, t);
  if (isKept) giveNotice({ text: t("dossier.kept") });
  return !isKept;
}

/** Takes an item out, and says so with the way back. */
export async function removeItem(id: string, items: readonly DossierItem[], item: DossierItem, title: string, t: TFunction): Promise<void> {
  const before = items[items.indexOf(item) - 1]?.id ?? null;
  if (!(await changeDossier(id, { kind: "remove", items: [item.id] }, t))) return;
  const undo = { name: t("dossier.undo"), run: () => void changeDossier(id, { kind: "add", items: [item], after: before }, t) };
  giveNotice({ text: t("dossier.removed", { title }), undo });
}
