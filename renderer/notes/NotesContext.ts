/** What any view may ask of the notes' room. */
import { createContext, useContext } from "react";
import type { NoteTarget, PlacedNote } from "../../archive/note.ts";
import type { NoteColour } from "../../archive/noteColours.ts";

export interface NotesRoomCalls {
  names: Record<NoteColour, string>;
  /** Opens a note to be read and written, beside an element. */
  open(id: string, by: Element): void;
  /** Opens the dialog of quotations for some words. */
  cite(passage: NoteTarget["passage"], words: string): void;
  /** Puts a note's words into the dossier used last. */
  gather(note: PlacedNote): void;
  /** Copies words with their source, as the person chose. */
  copyQuote(passage: NoteTarget["passage"], words: string): void;
}

export const NotesContext = createContext<NotesRoomCalls | null>(null);

export function useNotesRoom(): NotesRoomCalls {
  const room = useContext(NotesContext);
  if (!room) throw new Error("useNotesRoom outside of its provider");
  return room;
}
