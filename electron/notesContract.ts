/** The part of the contract that is about what a person marks, writes and quotes. */
import type { Cited, CiteRequest } from "../archive/citing.ts";
import type { Answer } from "../archive/model.ts";
import type { Note, NoteDraft, PlacedNote } from "../archive/note.ts";
import type { NoteColour } from "../archive/noteColours.ts";
import type { SentFile } from "./contract.ts";

/** Answered by the librarian's process. */
export interface NotesCalls {
  /** All notes with their places, latest change first. */
  notes(): Promise<Answer<PlacedNote[]>>;
  /** Keeps a note; a revision of 0 makes it, or brings it back. Fails with `item-changed` when it was changed meanwhile. */
  keepNote(draft: NoteDraft): Promise<Answer<Note>>;
  removeNote(request: { id: string; revision: number }): Promise<Answer<null>>;
  /** Notes as a file, for the shell to hand to the person. Fails with `unknown-item` when none of them is there. */
  notesFile(request: NotesFileRequest): Promise<Answer<SentFile>>;
  /** A quotation with its source, in every form. */
  cited(request: CiteRequest): Promise<Answer<Cited>>;
}

export interface NotesFileRequest {
  /** In the order in which they are to stand. */
  ids: string[];
  /** JSON-LD for other programs and for coming back; Markdown to be read. */
  form: "jsonld" | "markdown";
  language: "fr" | "en";
  /** What the person calls the colours. */
  names: Record<NoteColour, string>;
}

/** Answered by the shell. */
export interface NotesShellCalls {
  /** Keeps notes as a file where the person says; false when they think better of it. Fails with `export-failed`. */
  saveNotes(request: NotesFileRequest): Promise<Answer<boolean>>;
}

export const notesShellCalls = ["saveNotes"] as const satisfies (keyof NotesShellCalls)[];

export const notesCalls = ["notes", "keepNote", "removeNote", "notesFile", "cited"] as const satisfies (keyof NotesCalls)[];

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
