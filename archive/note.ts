/**
 * What a person marks in a text, and writes beside it. A note holds to its words by quoting them, as the selectors of the W3C's Web Annotation Data Model
 * do (TextQuoteSelector, and TextPositionSelector as a hint): a text that was imported anew or corrected still finds its notes, and a note whose words are
 * gone keeps them. Offsets are in UTF-16 units of the stored text.
 */
import { z } from "zod";
import { DocumentId, ItemId, PassageId } from "./model.ts";
import { noteColours } from "./noteColours.ts";

export const NoteId = ItemId;

/** UTF-16 units of quoted words. */
export const longestQuote = 50_000;

export const TextQuote = z.object({
  exact: z.string().min(1).max(longestQuote),
  /** What stood before and after, as far as it helps. */
  prefix: z.string().max(500),
  suffix: z.string().max(500),
});
export type TextQuote = z.infer<typeof TextQuote>;

export const TextPosition = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type TextPosition = z.infer<typeof TextPosition>;

/** Words of a section or a page. */
export const NoteTarget = z
  .object({ document: DocumentId, passage: PassageId, quote: TextQuote, position: TextPosition })
  .refine(({ document, passage }) => passage.startsWith(`${document}#`), "a passage of another document");
export type NoteTarget = z.infer<typeof NoteTarget>;

export const NoteTag = z.string().trim().min(1).max(60);
const instant = z.iso.datetime();

export const Note = z.object({
  id: NoteId,
  /** How often it was written, from 1; 0 for one that is not kept yet. */
  revision: z.int().min(0),
  target: NoteTarget,
  colour: z.enum(noteColours),
  /** Empty for a mere highlight. */
  text: z.string().max(100_000),
  tags: z.array(NoteTag).max(50),
  /** What the document and the section or page were called, to be told when they are gone. */
  source: z.object({ title: z.string().max(500), heading: z.string().max(500) }),
  createdAt: instant,
  changedAt: instant,
});
export type Note = z.infer<typeof Note>;

/** What may be said of a note by who writes it; the rest is found out. */
export const NoteDraft = Note.pick({ id: true, revision: true, target: true, colour: true, text: true, tags: true });
export type NoteDraft = z.infer<typeof NoteDraft>;

/** Where a note's words are now. */
export interface NotePlace {
  passage: string;
  /** As they stand there now, with what is around them. */
  quote: TextQuote;
  position: TextPosition;
  /** The very words, or nearly: they were corrected since. */
  isExact: boolean;
}

/** A note and its place; null when its words are gone, or its document. */
export interface PlacedNote {
  note: Note;
  place: NotePlace | null;
}
