/** What calls about dossiers are answered with. */
import type { Archive } from "../archive/archive.ts";
import type { Dossier } from "../archive/dossier.ts";
import type { DossierChange } from "../archive/dossierChange.ts";
import type { DossierShelf } from "../archive/library.ts";
import { type Answer, fail, succeed } from "../archive/model.ts";
import type { DossierCalls, dossierCalls, DossierFileRequest } from "./dossierContract.ts";
import { handoutSaying } from "./handoutSaying.ts";
import type { LibrarianEvent } from "./importContract.ts";
import type { LibrarianAnswers } from "./librarianAnswers.ts";

/** `tell` reaches every window. */
export function dossierAnswers({ library, gathered, followed, dossierFile }: Archive, tell: (event: LibrarianEvent) => void): Pick<LibrarianAnswers, (typeof dossierCalls)[number]> {
  const shelf = library?.dossiers;
  const told = async <Value>(work: (dossiers: DossierShelf) => Promise<Answer<Value>>): Promise<Answer<Value>> => {
    const answer = shelf ? await work(shelf) : fail("library-read-only");
    tell({ event: "dossiers" });
    return answer;
  };
  const change = (id: string, asked: DossierChange): Promise<Answer<Dossier>> => told((dossiers) => dossiers.change(id, asked));
  return {
    dossiers: () => succeed(shelf?.all() ?? []),
    dossier: (id) => shelf?.get(id) ?? fail("unknown-item", { subject: id }),
    makeDossier: (title) => told((dossiers) => dossiers.make(title)),
    changeDossier: ({ id, change: asked }) => change(id, asked),
    async gather({ dossier, ...request }): ReturnType<DossierCalls["gather"]> {
      const item = gathered(request);
      if (!item.ok) return item;
      const done = await change(dossier, { kind: "add", items: [item.value], after: "end" });
      return done.ok ? succeed({ dossier: done.value, item: item.value.id }) : done;
    },
    followedItems(id) {
      const found = shelf?.get(id) ?? fail("unknown-item", { subject: id });
      return found.ok ? succeed(followed(found.value)) : found;
    },
    duplicateDossier: ({ id, title }) => told((dossiers) => dossiers.duplicate(id, title)),
    removeDossier: (id) => told((dossiers) => dossiers.remove(id)),
    restoreDossier: (id) => told((dossiers) => dossiers.restore(id)),
    binnedDossiers: () => succeed(shelf?.bin() ?? []),
    async lookAtWritten() {
      await library?.lookAtWritten();
      return succeed(null);
    },
    compareDossier: (id) => shelf?.compare(id) ?? fail("unknown-item", { subject: id }),
    mergeDossier: ({ id, choices }) => told((dossiers) => dossiers.merge(id, choices)),
    dossierFile: (request) => sentFile(request),
  };

  async function sentFile({ id, form, ...asked }: DossierFileRequest): ReturnType<DossierCalls["dossierFile"]> {
    // A pack is given to others: from then on, the copy that comes back is compared with the one that went.
    const dossier = form === "pack" ? await told((dossiers) => dossiers.give(id)) : (shelf?.get(id) ?? fail("unknown-item", { subject: id }));
    if (!dossier.ok) return dossier;
    const bytes = await dossierFile(dossier.value, { ...asked, form }, handoutSaying(asked.language));
    return bytes.ok ? succeed({ name: dossier.value.title, base64: Buffer.from(bytes.value).toString("base64") }) : bytes;
  }
}
