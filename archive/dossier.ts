/**
 * What a facilitator gathers for a workshop: passages, quotations and own texts in order, with a purpose, a group and a duration. Each passage keeps a copy of
 * its words, so that a dossier is whole without the letters it quotes. Pure: keeping it is `library/dossiers.ts`.
 */
import { z } from "zod";
import { type FoundDossier, ItemId, LetterDate, PassageId } from "./model.ts";
import { type NoteColour, NoteId, TextPosition, TextQuote } from "./note.ts";

export const DossierId = ItemId;

const line = z.string().max(500);
/** Null when nobody said. */
export const minutes = z.int().min(0).max(10_000).nullable();
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

/** In UTF-16 units. */
export const longestPurpose = 5000;

/** What a dossier says of itself. */
export const headFields = {
  title: z.string().trim().min(1).max(300),
  purpose: z.string().max(longestPurpose),
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

/** What the own texts of a dossier take in all. */
export function minutesOf({ items }: Pick<Dossier, "items">): number {
  return items.reduce((sum, item) => sum + (item.kind === "text" ? (item.minutes ?? 0) : 0), 0);
}
