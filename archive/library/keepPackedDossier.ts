/** A dossier that comes with a pack: kept when there was none, put beside the one that is here when they differ, for a person to compare. */
import type { ImportItem } from "../draft.ts";
import { Dossier } from "../dossier.ts";
import type { Pack } from "../share/openPack.ts";
import type { PackDossier } from "../share/packManifest.ts";
import type { DossierShelf } from "./dossiers.ts";
import { failedItem } from "./importItems.ts";

/** `file` is the pack's name. */
export async function keepPackedDossier(dossiers: DossierShelf, pack: Pack, { id, title, file: part }: PackDossier, file: string): Promise<ImportItem> {
  const name = `${file}/${part.path}`;
  const bytes = await pack.read(part);
  if (!bytes.ok) return failedItem(name, bytes.failure);
  const dossier = read(bytes.value);
  if (dossier?.id !== id) return failedItem(name, { code: "pack-damaged", title, detail: `${part.path} is no dossier` });
  const done = await dossiers.receive(dossier);
  if (!done.ok) return failedItem(name, { ...done.failure, title });
  const about = { document: null, kind: null, collection: null, date: null, sections: [], pages: null, revision: null, failure: null };
  return { ...about, file: name, title, status: done.value === "added" ? "added" : "unchanged", notes: done.value === "waiting" ? [{ code: "dossier-waits", detail: "" }] : [] };
}

function read(bytes: Uint8Array): Dossier | null {
  try {
    return Dossier.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}
