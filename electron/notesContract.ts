/** The part of the contract that is about what a person marks, writes and quotes. */
import type { Cited, CiteRequest } from "../archive/citing.ts";
import type { Answer } from "../archive/model.ts";
import type { Note, NoteColour, NoteDraft, PlacedNote } from "../archive/note.ts";

/** Answered by the librarian's process. */
export interface NotesCalls {
  /** All notes with their places, latest change first. */
  notes(): Promise<Answer<PlacedNote[]>>;
  /** Keeps a note; a revision of 0 makes it, or brings it back. Fails with `item-changed` when it was changed meanwhile. */
  keepNote(draft: NoteDraft): Promise<Answer<Note>>;
  removeNote(request: { id: string; revision: number }): Promise<Answer<null>>;
  /** A quotation with its source, in every form. */
  cited(request: CiteRequest): Promise<Answer<Cited>>;
}

export const notesCalls = ["notes", "keepNote", "removeNote", "cited"] as const satisfies (keyof NotesCalls)[];

/** How references are written: see `archive/share/cslStyles.ts`. */
export const quoteStyles = ["note", "author-date", "short"] as const;
/** What a copied quotation is for those who take text only; all but `markup` come with their looks for those who take them. */
export const quoteForms = ["text", "markdown", "markup"] as const;

export interface NotesSettings {
  /** The person's own names for the colours; empty for the usual one. */
  noteNames: Record<NoteColour, string>;
  quoteStyle: (typeof quoteStyles)[number];
  quoteForm: (typeof quoteForms)[number];
}

export const defaultNotesSettings: NotesSettings = {
  noteNames: { keep: "", discuss: "", check: "", idea: "" },
  quoteStyle: "note",
  quoteForm: "text",
};

/** What is put on the clipboard: both say the same. */
export interface CopiedQuote {
  text: string;
  /** Empty to be pasted as text only. */
  html: string;
}
