/**
 * A pack of what a person chose to give: letters, a dossier with the letters it quotes, their notes when they say so. Made in memory, to be handed over by whoever asked.
 * Reports are heavy, and go only when they are wanted.
 */
import { buffer } from "node:stream/consumers";
import type { Dossier } from "./dossier.ts";
import type { Holdings } from "./holdings.ts";
import { type Answer, fail, succeed } from "./model.ts";
import type { Note } from "./note.ts";
import { addFile, addNotes } from "./packedNotes.ts";
import { describeDocument, isTooLarge } from "./packing.ts";
import { makePack } from "./share/makePack.ts";
import { readDocumentFile } from "./store/documentFolders.ts";
import { answerOf } from "./store/systemFailure.ts";

interface PackedParts {
  /** What is told of when something fails. */
  title: string;
  /** Ids; those that are not here, or cannot be opened, are left out. */
  documents: readonly string[];
  dossier?: Dossier | undefined;
  withReports: boolean;
  /** Those that go along. */
  notes: readonly Note[];
}

/** The bytes of the pack. Letters go without the mails that they came in, which name who received them. Fails when a file cannot be read, or with `pack-too-large`. */
export function packInMemory(holdings: Holdings, { title, documents: ids, dossier, withReports, notes }: PackedParts): Promise<Answer<Uint8Array>> {
  return answerOf(async () => {
    const held = ids.flatMap((id) => holdings.held(id) ?? []).filter(({ entry: { head }, failure }) => failure === null && (withReports || head.kind === "letter"));
    const documents = await Promise.all(held.map((each) => describeDocument(each, false)));
    if (isTooLarge(documents)) return fail("pack-too-large", { title });
    const own = new Map<string, Uint8Array>();
    const keptDossier = dossier && { id: dossier.id, title: dossier.title, file: addFile(own, `dossiers/${dossier.id}.json`, new TextEncoder().encode(`${JSON.stringify(dossier, null, 1)}\n`)) };
    const noted = addNotes(own, notes);
    const folders = new Map(held.map(({ entry, folder }) => [entry.head.id, folder]));
    const { collections, rubrics } = holdings.overview();
    const { bytes } = makePack({
      key: null,
      base: [],
      collections,
      rubrics,
      documents,
      ...(keptDossier && { dossiers: [keptDossier] }),
      ...(noted && { notes: noted }),
      read: async ({ path }) => own.get(path) ?? readDocumentFile(folders.get(path.split("/").slice(1, 3).join("/")) ?? "", path),
    });
    return succeed(await buffer(bytes));
  }, { title });
}
