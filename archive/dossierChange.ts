/**
 * What a person does to a dossier, one change at a time. A change names what it changes, and what that was when the person began: changes of two windows go
 * together, and what would replace something that the person never saw is refused. Pure: keeping it is `library/dossiers.ts`.
 */
import { z } from "zod";
import { type Dossier, DossierId, DossierItem, headFields, minutes, mostItems } from "./dossier.ts";

const after = DossierId.nullable();
const ids = z.array(DossierId).min(1).max(mostItems);
const someHeadFields = z.object(headFields).partial();

export const DossierChange = z.discriminatedUnion("kind", [
  /** `was` is what the person began to change. */
  z.object({ kind: z.literal("head"), ...someHeadFields.shape, was: someHeadFields.optional() }),
  /** Puts items after another one; at the beginning for null, at the end for one that is not there. */
  z.object({ kind: z.literal("add"), items: z.array(DossierItem).min(1).max(mostItems), after }),
  z.object({ kind: z.literal("move"), items: ids, after }),
  z.object({ kind: z.literal("remove"), items: ids }),
  /** Undoes a removal: one after the other, each where it stood; what is there stays as it is. */
  z.object({ kind: z.literal("bringBack"), items: z.array(z.object({ item: DossierItem, after })).min(1).max(mostItems) }),
  /** Undoes a move: one after the other, each where it stood; what is not there any more stays away. */
  z.object({ kind: z.literal("moveBack"), items: z.array(z.object({ item: DossierId, after })).min(1).max(mostItems) }),
  /** Of an own text; `was` is the text that the person began to change. */
  z.object({ kind: z.literal("text"), item: DossierId, was: z.string().max(20_000), text: z.string().max(20_000) }),
  /** `was` as above. */
  z.object({ kind: z.literal("minutes"), item: DossierId, minutes, was: minutes.optional() }),
  z.object({ kind: z.literal("archive"), isArchived: z.boolean() }),
]);
export type DossierChange = z.infer<typeof DossierChange>;

/** What a dossier says of itself, field by field. */
export const headNames = ["title", "purpose", "groupSize", "minutes"] as const;

/** After a change; null when what it changes is not there any more, or is not what it was made from. `now` is ISO 8601, UTC. */
export function changed(dossier: Dossier, change: DossierChange, now: string): Dossier | null {
  const next = apply(dossier, change, now);
  return next && { ...next, changedAt: now };
}

/** The same change as if it had been made from what is there now. Null for one that replaces nothing, or whose text is not there any more. */
export function madeFrom(dossier: Dossier, change: DossierChange): DossierChange | null {
  if (change.kind === "head") return { ...change, was: Object.fromEntries(headNames.map((name) => [name, dossier[name]])) };
  if (change.kind !== "text" && change.kind !== "minutes") return null;
  const item = dossier.items.find(({ id }) => id === change.item);
  if (item?.kind !== "text") return null;
  return change.kind === "text" ? { ...change, was: item.text } : { ...change, was: item.minutes };
}

/** Whatever was there before: what a person wrote must go somewhere. Null as for `madeFrom`. */
export function changedAnyway(dossier: Dossier, change: DossierChange, now: string): Dossier | null {
  const fitting = madeFrom(dossier, change);
  return fitting && changed(dossier, fitting, now);
}

function apply(dossier: Dossier, change: DossierChange, now: string): Dossier | null {
  const { items } = dossier;
  switch (change.kind) {
    case "head":
      return withHead(dossier, change);
    case "add":
      return withAdded(dossier, change.items, (added) => placed(items, added, change.after));
    case "move": {
      const moved = new Set(change.items);
      if (change.after !== null && moved.has(change.after)) return dossier;
      return { ...dossier, items: placed(items.filter(({ id }) => !moved.has(id)), items.filter(({ id }) => moved.has(id)), change.after) };
    }
    case "remove": {
      const gone = new Set(change.items);
      const removed = [...new Set([...dossier.removed, ...items.filter(({ id }) => gone.has(id)).map(({ id }) => id)])].slice(-5000);
      return { ...dossier, items: items.filter(({ id }) => !gone.has(id)), removed };
    }
    case "bringBack": {
      const before = new Map(change.items.map((each) => [each.item.id, each.after]));
      return withAdded(dossier, change.items.map(({ item }) => item), (added) => added.reduce((list, item) => placed(list, [item], before.get(item.id) ?? null), items));
    }
    case "moveBack":
      return { ...dossier, items: change.items.reduce((list, each) => movedTo(list, each), items) };
    case "text":
      return withText(dossier, change.item, ({ text }) => (text === change.was || text === change.text ? { text: change.text } : null));
    case "minutes":
      return withText(dossier, change.item, (item) => ([undefined, item.minutes].includes(change.was) || item.minutes === change.minutes ? { minutes: change.minutes } : null));
    case "archive":
      return { ...dossier, archivedAt: change.isArchived ? now : null };
  }
}

function withHead(dossier: Dossier, { was = {}, ...asked }: Extract<DossierChange, { kind: "head" }>): Dossier | null {
  const isStill = headNames.every((name) => asked[name] === undefined || [undefined, dossier[name]].includes(was[name]) || dossier[name] === asked[name]);
  const { title = dossier.title, purpose = dossier.purpose, groupSize = dossier.groupSize, minutes: length = dossier.minutes } = asked;
  return isStill ? { ...dossier, title, purpose, groupSize, minutes: length } : null;
}

/** `place` makes the list with those that are not there yet; null when they would be too many. */
function withAdded(dossier: Dossier, wanted: readonly DossierItem[], place: (added: DossierItem[]) => DossierItem[]): Dossier | null {
  const held = new Set(dossier.items.map(({ id }) => id));
  const added = wanted.filter(({ id }, at) => !held.has(id) && wanted.findIndex((each) => each.id === id) === at);
  if (dossier.items.length + added.length > mostItems) return null;
  const now = new Set(added.map(({ id }) => id));
  return { ...dossier, items: place(added), removed: dossier.removed.filter((id) => !now.has(id)) };
}

type OwnText = Extract<DossierItem, { kind: "text" }>;

function withText(dossier: Dossier, id: string, work: (item: OwnText) => Partial<OwnText> | null): Dossier | null {
  const item = dossier.items.find((each) => each.id === id);
  const next = item?.kind === "text" ? work(item) : null;
  return item?.kind === "text" && next ? { ...dossier, items: dossier.items.with(dossier.items.indexOf(item), { ...item, ...next }) } : null;
}

function movedTo(items: DossierItem[], { item: id, after: before }: { item: string; after: string | null }): DossierItem[] {
  const item = items.find((each) => each.id === id);
  return item ? placed(items.filter((each) => each !== item), [item], before) : items;
}

/** With items after another one: first for null, last for one that is not there. */
function placed(items: readonly DossierItem[], added: readonly DossierItem[], before: string | null): DossierItem[] {
  const found = items.findIndex(({ id }) => id === before);
  if (before !== null && found < 0) return [...items, ...added];
  return [...items.slice(0, found + 1), ...added, ...items.slice(found + 1)];
}
