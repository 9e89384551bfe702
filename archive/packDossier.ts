/** A dossier as a pack: itself, and the letters it quotes; reports, which are heavy, only when they are wanted: their words are in the dossier already. */
import { buffer } from "node:stream/consumers";
import type { Dossier } from "./dossier.ts";
import type { Holdings } from "./holdings.ts";
import { type Answer, succeed } from "./model.ts";
import { describeDocument } from "./packing.ts";
import { makePack } from "./share/makePack.ts";
import { readDocumentFile } from "./store/documentFolders.ts";
import { sha256 } from "./store/digest.ts";
import { answerOf } from "./store/systemFailure.ts";

/** The bytes of the pack. Letters go without the mails that they came in, which name who received them. Fails when a file cannot be read. */
export function packDossier(holdings: Holdings, dossier: Dossier, withReports: boolean): Promise<Answer<Uint8Array>> {
  return answerOf(async () => {
    const ids = new Set(dossier.items.flatMap((item) => (item.kind === "passage" ? [item.origin.passage.split("#")[0] ?? ""] : [])));
    const held = [...ids].flatMap((id) => holdings.held(id) ?? []).filter(({ entry: { head }, failure }) => failure === null && (withReports || head.kind === "letter"));
    const documents = await Promise.all(held.map((each) => describeDocument(each, false)));
    const content = new TextEncoder().encode(`${JSON.stringify(dossier, null, 1)}\n`);
    const file = { path: `dossiers/${dossier.id}.json`, bytes: content.length, sha256: sha256(content) };
    const folders = new Map(held.map(({ entry, folder }) => [entry.head.id, folder]));
    const { collections, rubrics } = holdings.overview();
    const { bytes } = makePack({
      key: null,
      base: [],
      collections,
      rubrics,
      documents,
      dossiers: [{ id: dossier.id, title: dossier.title, file }],
      read: async ({ path }) => (path === file.path ? content : readDocumentFile(folders.get(path.split("/").slice(1, 3).join("/")) ?? "", path)),
    });
    return succeed(await buffer(bytes));
  }, { title: dossier.title });
}
