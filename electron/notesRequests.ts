/** What may be asked about notes and quotations. */
import { z } from "zod";
import { PassageId } from "../archive/model.ts";
import { NoteDraft, NoteId } from "../archive/note.ts";
import { noteColours } from "../archive/noteColours.ts";
import { quoteForms, quoteStyles } from "./notesContract.ts";

/** A whole page, or a long section. */
const quoted = z.string().max(200_000);

const name = z.string().trim().max(40);
const names = z.object(Object.fromEntries(noteColours.map((colour) => [colour, name])) as Record<(typeof noteColours)[number], typeof name>);
const notesFile = z.object({ ids: z.array(NoteId).min(1).max(50_000), form: z.enum(["jsonld", "markdown"]), language: z.enum(["fr", "en"]), names });

export const notesRequests = {
  notes: z.undefined(),
  keepNote: NoteDraft,
  removeNote: z.object({ id: NoteId, revision: z.int().min(1) }),
  notesFile,
  cited: z.object({ passage: PassageId, quoted, style: z.enum(quoteStyles), language: z.enum(["fr", "en"]) }),
};

export const notesShellRequests = { saveNotes: notesFile };

export const copyQuoteRequest = z.object({ text: quoted.max(400_000), html: z.string().max(1_000_000) });

export const notesSettings = {
  noteNames: names,
  quoteStyle: z.enum(quoteStyles),
  quoteForm: z.enum(quoteForms),
};
