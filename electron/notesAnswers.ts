/** What calls about notes and quotations are answered with. */
import type { Archive } from "../archive/archive.ts";
import { fail, succeed } from "../archive/model.ts";
import { annotationsOf } from "../archive/share/annotations.ts";
import type { LibrarianEvent } from "./importContract.ts";
import type { LibrarianAnswers } from "./librarianAnswers.ts";
import type { notesCalls } from "./notesContract.ts";
import { notesSaying } from "./notesSaying.ts";

/** `tell` reaches every window. */
export function notesAnswers({ library, cite }: Archive, tell: (event: LibrarianEvent) => void): Pick<LibrarianAnswers, (typeof notesCalls)[number]> {
  const notes = library?.notes;
  return {
    notes: () => succeed(notes?.all() ?? []),
    async keepNote(draft) {
      const answer = (await notes?.keep(draft)) ?? fail("library-read-only");
      tell({ event: "notes" });
      return answer;
    },
    async removeNote({ id, revision }) {
      const answer = (await notes?.remove(id, revision)) ?? fail("unknown-item", { subject: id });
      tell({ event: "notes" });
      return answer;
    },
    async notesFile({ ids, form, language, names }) {
      const all = new Map(notes?.all().map(({ note }) => [note.id, note]));
      const wanted = ids.flatMap((id) => all.get(id) ?? []);
      const saying = notesSaying(language, names);
      if (wanted.length === 0) return fail("unknown-item");
      const bytes = form === "jsonld" ? annotationsOf(wanted) : Buffer.from((await import("../archive/share/notesMarkdown.ts")).notesMarkdown(wanted, saying));
      return succeed({ name: saying.title, base64: Buffer.from(bytes).toString("base64") });
    },
    cited: (request) => cite(request),
  };
}
