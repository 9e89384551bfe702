/** What each call to the librarian is answered with. Requests have been checked by then. */
import type { z } from "zod";
import type { Archive } from "../archive/archive.ts";
import type { Library } from "../archive/library.ts";
import { type Answer, fail, succeed } from "../archive/model.ts";
import type { ExportRequest } from "../archive/exportLetters.ts";
import type { LibrarianCall, SentFile } from "./contract.ts";
import { definedOf } from "./definedOf.ts";
import { dossierAnswers } from "./dossierAnswers.ts";
import { exportSaying } from "./exportSaying.ts";
import type { LibrarianEvent } from "./importContract.ts";
import type { ImportQueue } from "./importQueue.ts";
import { notesAnswers } from "./notesAnswers.ts";
import type { MachineCalls } from "./machineContract.ts";
import type { librarianRequests } from "./requests.ts";

export type LibrarianAnswers = { [Call in Exclude<LibrarianCall, keyof MachineCalls>]: (request: z.infer<(typeof librarianRequests)[Call]>) => Answer<unknown> | Promise<Answer<unknown>> };

/** `imports` is null with an archive that has no library; `tell` reaches every window. */
export function librarianAnswers(archive: Archive, imports: ImportQueue | null, tell: (event: LibrarianEvent) => void): LibrarianAnswers {
  const { library } = archive;
  const withLibrary = (id: string, ask: (library: Library) => Promise<Answer<unknown>>): Answer<unknown> | Promise<Answer<unknown>> =>
    library ? ask(library) : fail("unknown-document", { subject: id });
  return {
    overview: () => succeed(archive.overview()),
    letter: (id) => archive.letter(id),
    report: (id) => archive.report(id),
    rubric: ({ id, hidden }) => archive.rubric(id, hidden),
    search: (request) => succeed(archive.search(request)),
    resolveLink: (href) => archive.resolveLink(href),
    occurrences: (request) => archive.occurrences(request),
    reportText: (id) => archive.reportText(id),
    citations: ({ report, hidden }) => archive.citations(report, hidden),
    exported: (request) => exportedFile(archive, request),
    imports: () => succeed(imports?.state() ?? { running: null, kept: [], locked: [], packs: [], unseen: null }),
    importReport: (request) => imports?.report(request) ?? fail("invalid-argument"),
    cancelImport() {
      imports?.cancel();
      return succeed(null);
    },
    unlock: (request) => imports?.unlock(request) ?? succeed(false),
    askPassword(request) {
      imports?.askPassword(request);
      return succeed(null);
    },
    answerPack(request) {
      imports?.answerPack(request);
      return succeed(null);
    },
    editCard: ({ id, change }) => withLibrary(id, (opened) => opened.edit(id, definedOf(change))),
    editSection: ({ id, section, change }) => withLibrary(id, (opened) => opened.editSection(id, section, definedOf(change))),
    mergeSection: ({ id, section }) => withLibrary(id, (opened) => opened.mergeSection(id, section)),
    splitSection: ({ id, section, heading }) => withLibrary(id, (opened) => opened.splitSection(id, section, heading)),
    undoEdit: (id) => withLibrary(id, (opened) => opened.undoEdit(id)),
    remove: (id) => withLibrary(id, (opened) => opened.remove(id)),
    restore: (id) => withLibrary(id, (opened) => opened.restore(id)),
    bin: () => succeed(library?.bin() ?? []),
    async emptyBin() {
      const emptied = (await library?.emptyBin()) ?? succeed(null);
      tell({ event: "dossiers" });
      return emptied;
    },
    ...dossierAnswers(archive, tell),
    ...notesAnswers(archive, tell),
  };
}

/** Answers travel as JSON: bytes are written in base64. */
async function exportedFile(archive: Archive, request: ExportRequest): Promise<Answer<SentFile>> {
  const made = await archive.exportLetters(request, exportSaying(request.language));
  return made.ok ? succeed({ name: made.value.name, base64: Buffer.from(made.value.bytes).toString("base64") }) : made;
}
