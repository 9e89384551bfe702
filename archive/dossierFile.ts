/** A dossier as a file of some form: a pack, the page that becomes a hand-out, Markdown, OpenDocument text. */
import type { Dossier, FollowedItem } from "./dossier.ts";
import { quotedDocuments, withFollowed } from "./dossierItems.ts";
import { handoutPassages, type HandoutSources } from "./handoutPassages.ts";
import type { Holdings } from "./holdings.ts";
import { type Answer, succeed } from "./model.ts";
import type { Note } from "./note.ts";
import { notesAbout } from "./packedNotes.ts";
import { packInMemory } from "./packInMemory.ts";
import { paperFonts } from "./share/exportStyle.ts";
import { type HandoutLook, type HandoutSaying, handoutOf } from "./share/handout.ts";
import { handoutHtml } from "./share/handoutHtml.ts";
import { handoutMarkdown } from "./share/handoutMarkdown.ts";
import { handoutOdt } from "./share/handoutOdt.ts";

export interface DossierFileForm {
  form: "pack" | "markdown" | "odt" | "paper";
  look?: HandoutLook | undefined;
  withReports?: boolean | undefined;
  /** In a pack: the notes about what the dossier quotes. */
  withNotes?: boolean | undefined;
}

interface DossierSources extends HandoutSources {
  dossier: Dossier;
  followed: readonly FollowedItem[];
  /** All there are. */
  notes: readonly Note[];
}

/** A pack takes the dossier as it is kept, to be followed where it comes to; what is read and printed has the words as they are now. */
export async function dossierFile(holdings: Holdings, { dossier, followed, notes, ...sources }: DossierSources, { form, look, withReports = false, withNotes = false }: DossierFileForm, saying: HandoutSaying): Promise<Answer<Uint8Array>> {
  if (form === "pack") {
    const documents = quotedDocuments(dossier);
    return packInMemory(holdings, { title: dossier.title, documents, dossier, withReports, notes: withNotes ? notesAbout(documents, notes) : [] });
  }
  const shown = withFollowed(dossier, followed);
  const handout = handoutOf(shown, await handoutPassages(shown, holdings, sources), saying, form === "markdown" ? "descriptions" : "files");
  switch (form) {
    case "markdown":
      return succeed(Buffer.from(handoutMarkdown(handout)));
    case "odt":
      return succeed(await handoutOdt(handout));
    case "paper":
      return succeed(Buffer.from(handoutHtml(handout, look ?? { form: "a4", isLarge: false, isBlackAndWhite: false }, paperFonts("/assets/fonts"))));
  }
}
