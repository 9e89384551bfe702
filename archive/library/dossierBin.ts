/**
 * The bin's dossiers, each a file beside the removed letters, until the bin is emptied. A dossier is put there before it is taken away, so that an end in
 * between leaves it in both places and never in none.
 */
import { randomUUID } from "node:crypto";
import type { BinnedDossier, BinnedDossierHead, Dossier } from "../dossier.ts";
import { type Answer, fail, succeed } from "../model.ts";
import { isSameDossier } from "../share/mergeDossiers.ts";
import type { ItemFiles } from "../store/itemFiles.ts";

export interface DossierBin {
  /** Why a dossier is not on the shelf. */
  missing(id: string): Answer<never>;
  all(): BinnedDossierHead[];
  /** Changes one in the bin; nothing happens when there is none, or `work` gives none. */
  change(id: string, work: (dossier: Dossier) => Dossier | null): Promise<void>;
  remove(id: string): Promise<Answer<null>>;
  restore(id: string): Promise<Answer<string>>;
  empty(): Promise<Answer<null>>;
}

interface Places {
  kept: ItemFiles<Dossier>;
  received: ItemFiles<Dossier>;
  binned: ItemFiles<BinnedDossier>;
}

/** Another process may change it meanwhile, and is not waited for without end. */
const mostTries = 5;

export function openDossierBin({ kept, received, binned }: Places): DossierBin {
  function missing(id: string): Answer<never> {
    const entry = binned.get(id);
    return entry ? fail("item-removed", { subject: id, title: entry.title }) : fail("unknown-item", { subject: id });
  }

  /** A different dossier of the same id, which came anew after this one was removed, does not take its place. */
  async function makeRoom(dossier: Dossier): Promise<Answer<number>> {
    const before = binned.get(dossier.id);
    if (!before || isSameDossier(before, dossier)) return succeed(before?.revision ?? 0);
    const moved = await binned.keep({ ...before, id: randomUUID(), revision: 0 });
    return moved.ok ? succeed(before.revision) : moved;
  }

  return {
    missing,
    all() {
      const heads = binned.all().map(({ id, title, removedAt, items }) => ({ id, title, removedAt, items: items.length }));
      return heads.toSorted((one, other) => other.removedAt.localeCompare(one.removedAt));
    },
    async change(id, work) {
      await binned.change(id, (entry) => {
        const next = work(entry);
        return next && { ...next, removedAt: entry.removedAt };
      });
    },
    async remove(id) {
      for (let tries = 1; ; tries++) {
        const dossier = kept.get(id);
        if (!dossier) return missing(id);
        const room = await makeRoom(dossier);
        if (!room.ok) return room;
        const put = await binned.keep({ ...dossier, revision: room.value, removedAt: new Date().toISOString() });
        if (!put.ok) return put;
        const done = await kept.remove(id, dossier.revision);
        if (done.ok || done.failure.code !== "item-changed" || tries === mostTries) return done;
      }
    },
    async restore(id) {
      const entry = binned.get(id);
      if (!entry) return fail("unknown-item", { subject: id });
      const { removedAt: _, ...dossier } = entry;
      const here = kept.get(id);
      const isHere = here !== undefined && isSameDossier(here, dossier);
      const back = isHere ? succeed(here) : await kept.keep({ ...dossier, id: here ? randomUUID() : id, revision: 0 });
      if (!back.ok) return back;
      const done = await binned.remove(id, entry.revision);
      return done.ok ? succeed(back.value.id) : done;
    },
    async empty() {
      for (const { id, revision } of binned.all()) {
        const done = await binned.remove(id, revision);
        if (!done.ok) return done;
        const copy = received.get(id);
        if (copy && !kept.get(id)) await received.remove(id, copy.revision);
      }
      return succeed(null);
    },
  };
}
