/** What may be asked about dossiers. */
import { z } from "zod";
import { DossierId } from "../archive/dossier.ts";
import { DossierChange, headNames } from "../archive/dossierChange.ts";
import { PassageId } from "../archive/model.ts";
import { NoteId } from "../archive/note.ts";
import { sheetForms } from "./dossierContract.ts";

const title = z.string().trim().min(1).max(300);
const side = z.enum(["mine", "theirs", "both"]);
const language = z.enum(["fr", "en"]);
const look = z.object({ form: z.enum(sheetForms), isLarge: z.boolean(), isBlackAndWhite: z.boolean() });

export const dossierRequests = {
  dossiers: z.undefined(),
  dossier: DossierId,
  makeDossier: title,
  changeDossier: z.object({ id: DossierId, change: DossierChange }),
  gather: z.object({ dossier: DossierId, passage: PassageId, quoted: z.string().max(200_000).optional(), note: NoteId.optional() }),
  followedItems: DossierId,
  duplicateDossier: z.object({ id: DossierId, title }),
  removeDossier: DossierId,
  restoreDossier: DossierId,
  binnedDossiers: z.undefined(),
  lookAtWritten: z.undefined(),
  compareDossier: DossierId,
  mergeDossier: z.object({ id: DossierId, choices: z.object({ head: z.partialRecord(z.enum(headNames), side), items: z.record(DossierId, side) }) }),
  dossierFile: z.object({ id: DossierId, form: z.enum(["pack", "markdown", "odt", "paper"]), language, look: look.optional(), withReports: z.boolean().optional(), withNotes: z.boolean().optional() }),
};

const handout = { id: DossierId, language, look };

export const handoutRequests = {
  saveDossier: z.object({ ...handout, form: z.enum(["pack", "markdown", "odt", "pdf"]), withReports: z.boolean(), withNotes: z.boolean().optional() }),
  previewHandout: z.object(handout),
  makeKit: z.object({ ...handout, withReports: z.boolean() }),
  cancelKit: z.undefined(),
};
