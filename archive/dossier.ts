/**
 * What a facilitator gathers for a workshop: passages, quotations and own texts in order, with a purpose, a group and a duration. Each passage keeps a copy of
 * its words, so that a dossier is whole without the letters it quotes. Pure: keeping it is `library/dossiers.ts`.
 */
import { z } from "zod";
import { type FoundDossier, ItemId, LetterDate, PassageId } from "./model.ts";
import { type NoteColour, NoteId, TextPosition, TextQuote } from "./note.ts";

export const DossierId = ItemId;

const line = z.string().max(500);
const minutes = z.int().min(0).max(10_000).nullable();
const itemFields = {
  id: DossierId,
  /** States of the item that were given to others, as digests: by these, copies that were edited apart tell which came from which. */
  given: z.array(z.string().max(64)).max(50),
};

/** Where the words of an item come from, as it was when they were taken. */
export const Origin = z.object({
  passage: PassageId,
  collection: line,
  document: line,
  date: LetterDate.nullable(),
  /** Of a page, as printed; null for a section. */
  page: z.string().max(50).nullable(),
  language: z.enum(["fr", "en"]),
});
export type Origin = z.infer<typeof Origin>;

/** By what the words of a part that was chosen are found again when their text is revised: the selectors of a note, whose id says which, or of a selection. */
const Highlight = z.object({ note: NoteId.nullable(), quote: TextQuote, position: TextPosition });

/**
 * `text` holds a paragraph a line, as it was when it was taken. `isWhole` unless only a part was chosen. `highlight` is null for a whole passage, and for what was
 * gathered before there was any; an older Relire passes it over, and keeps the words.
 */
const PassageItem = z.object({ ...itemFields, kind: z.literal("passage"), title: line, text: z.string().max(200_000), isWhole: z.boolean(), origin: Origin, highlight: Highlight.nullable().default(null) });
export const textRoles = ["instruction", "timing", "question"] as const;
const TextItem = z.object({ ...itemFields, kind: z.literal("text"), role: z.enum(textRoles), text: z.string().max(20_000), minutes });

export const DossierItem = z.discriminatedUnion("kind", [PassageItem, TextItem]);
export type DossierItem = z.infer<typeof DossierItem>;
export type TextRole = (typeof textRoles)[number];

/** Where the words of an item stand in this library at this moment. */
export interface FollowedItem {
  item: string;
  /** "same": the very words, typography aside; "revised": nearly those, as they are now; "lost": the text is here, and the words are not in it; "absent": no such text here. */
  state: "same" | "revised" | "lost" | "absent";
  /** As they are now; null when they are lost or absent. */
  now: { title: string; text: string; passage: string; page: string | null } | null;
  /** The note that the words were marked by, if it is still here. */
  note: { id: string; colour: NoteColour } | null;
}

/** With the words of what could be followed as they are now; whatever else stays as it was taken. */
export function withFollowed(dossier: Dossier, followed: readonly FollowedItem[]): Dossier {
  const now = new Map(followed.map((each) => [each.item, each.now]));
  const items = dossier.items.map((item) => {
    const found = item.kind === "passage" ? now.get(item.id) : null;
    if (item.kind !== "passage" || !found) return item;
    const { title, text, passage, page } = found;
    return { ...item, title, text, origin: { ...item.origin, passage, page } };
  });
  return { ...dossier, items };
}

/** Ids of the documents whose passages a dossier has. */
export function quotedDocuments({ items }: Dossier): string[] {
  return [...new Set(items.flatMap((item) => (item.kind === "passage" ? [item.origin.passage.split("#")[0] ?? ""] : [])))];
}

export const mostItems = 1000;

const headFields = {
  title: z.string().trim().min(1).max(300),
  purpose: z.string().max(5000),
  /** People in a group; null when nobody said. */
  groupSize: z.int().min(1).max(10_000).nullable(),
  /** Of the whole; null when nobody said. */
  minutes,
};

export const Dossier = z.object({
  id: DossierId,
  revision: z.int().min(0),
  ...headFields,
  /** As `given` of items, of the fields above. */
  given: z.array(z.string().max(64)).max(50),
  items: z.array(DossierItem).max(mostItems),
  /** Ids of items that were taken out: another copy does not bring them back by itself. */
  removed: z.array(DossierId).max(5000),
  /** Moments: ISO 8601, UTC. */
  archivedAt: z.string().max(40).nullable(),
  createdAt: z.string().max(40),
  changedAt: z.string().max(40),
});
export type Dossier = z.infer<typeof Dossier>;

/** What a list shows. */
export interface DossierHead extends Pick<Dossier, "id" | "title" | "archivedAt" | "changedAt"> {
  items: number;
  /** A copy that was edited elsewhere waits to be compared. */
  isReceived: boolean;
}

/** A dossier in the bin; `removedAt` is ISO 8601, UTC. */
export const BinnedDossier = Dossier.extend({ removedAt: z.string().max(40) });
export type BinnedDossier = z.infer<typeof BinnedDossier>;

/** What the bin shows of it. */
export type BinnedDossierHead = Pick<BinnedDossier, "id" | "title" | "removedAt"> & { items: number };

/** What is found of a dossier: its title and purpose (`item` null), or an own text. */
export function dossierPassageId(dossier: string, item: string | null): string {
  return `${dossier}#${item ?? ""}`;
}

/** Where such a passage stands. */
export function placeInDossier(passage: string): { id: string; item: string | null } {
  const [id = "", item = ""] = passage.split("#");
  return { id, item: item === "" ? null : item };
}

export function foundDossier({ id, title }: Pick<Dossier, "id" | "title">): FoundDossier {
  return { kind: "dossier", id, title, collection: null, date: null };
}

/** One change, made by a person. It names what it changes, so that changes of two windows go together. */
export const DossierChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("head"),
    title: headFields.title.optional(),
    purpose: headFields.purpose.optional(),
    groupSize: headFields.groupSize.optional(),
    minutes: minutes.optional(),
    /** The title or purpose that the person began to change. */
    was: z.object({ title: headFields.title.optional(), purpose: headFields.purpose.optional() }).optional(),
  }),
  /** Puts items after another one; at the beginning for null, at the end for one that is not there. */
  z.object({ kind: z.literal("add"), items: z.array(DossierItem).min(1).max(mostItems), after: DossierId.nullable() }),
  z.object({ kind: z.literal("move"), items: z.array(DossierId).min(1).max(mostItems), after: DossierId.nullable() }),
  z.object({ kind: z.literal("remove"), items: z.array(DossierId).min(1).max(mostItems) }),
  /** Of an own text; `was` is the text that the person began to change. */
  z.object({ kind: z.literal("text"), item: DossierId, was: z.string().max(20_000), text: z.string().max(20_000) }),
  z.object({ kind: z.literal("minutes"), item: DossierId, minutes }),
  z.object({ kind: z.literal("archive"), isArchived: z.boolean() }),
]);
export type DossierChange = z.infer<typeof DossierChange>;

/** After a change; null when what it changes is not there any more, or is not what it was made from. `now` is ISO 8601, UTC. */
export function changed(dossier: Dossier, change: DossierChange, now: string): Dossier | null {
  const next = apply(dossier, change, now);
  return next && { ...next, changedAt: now };
}

function apply(dossier: Dossier, change: DossierChange, now: string): Dossier | null {
  const { items } = dossier;
  switch (change.kind) {
    case "head": {
      const { title = dossier.title, purpose = dossier.purpose, groupSize = dossier.groupSize, minutes: length = dossier.minutes, was = {} } = change;
      const isStill = (field: "title" | "purpose", asked: string): boolean => [undefined, dossier[field]].includes(was[field]) || dossier[field] === asked;
      if (!isStill("title", title) || !isStill("purpose", purpose)) return null;
      return { ...dossier, title, purpose, groupSize, minutes: length };
    }
    case "add": {
      const added = change.items.filter(({ id }) => !items.some((item) => item.id === id));
      if (items.length + added.length > mostItems) return null;
      const ids = new Set(added.map(({ id }) => id));
      return { ...dossier, items: placed(items, added, change.after), removed: dossier.removed.filter((id) => !ids.has(id)) };
    }
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
    case "text": {
      const item = items.find(({ id }) => id === change.item);
      if (item?.kind !== "text" || (item.text !== change.was && item.text !== change.text)) return null;
      return { ...dossier, items: items.with(items.indexOf(item), { ...item, text: change.text }) };
    }
    case "minutes": {
      const item = items.find(({ id }) => id === change.item);
      return item?.kind === "text" ? { ...dossier, items: items.with(items.indexOf(item), { ...item, minutes: change.minutes }) } : null;
    }
    case "archive":
      return { ...dossier, archivedAt: change.isArchived ? now : null };
  }
}

/** After a change of words whatever they were before: what a person wrote, to be compared with what is there. Null when its text is not there any more. */
export function changedAnyway(dossier: Dossier, change: DossierChange, now: string): Dossier | null {
  if (change.kind === "head") return changed(dossier, { ...change, was: undefined }, now);
  const item = change.kind === "text" && dossier.items.find(({ id }) => id === change.item);
  return item && item.kind === "text" && change.kind === "text" ? changed(dossier, { ...change, was: item.text }, now) : null;
}

/** With items after another one: first for null, last for one that is not there. */
function placed(items: readonly DossierItem[], added: readonly DossierItem[], after: string | null): DossierItem[] {
  const found = items.findIndex(({ id }) => id === after);
  if (after !== null && found < 0) return [...items, ...added];
  return [...items.slice(0, found + 1), ...added, ...items.slice(found + 1)];
}

/** What the own texts of a dossier take in all. */
export function minutesOf({ items }: Pick<Dossier, "items">): number {
  return items.reduce((sum, item) => sum + (item.kind === "text" ? (item.minutes ?? 0) : 0), 0);
}
