/** What calls about notes and quotations are answered with. */
import type { Archive } from "../archive/archive.ts";
import { fail, succeed } from "../archive/model.ts";
import type { LibrarianEvent } from "./importContract.ts";
import type { LibrarianAnswers } from "./librarianAnswers.ts";
import type { notesCalls } from "./notesContract.ts";

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
    cited: (request) => cite(request),
  };
}
