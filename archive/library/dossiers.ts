/**
 * The dossiers of a library, one file each, and beside them the copies that came from elsewhere and wait to be compared. A change is made to the dossier as
 * it is on the disk at that moment: those of two windows go together, and what cannot is refused with a word, never written over.
 */
import { randomUUID } from "node:crypto";
import { BinnedDossier, type BinnedDossierHead, Dossier, type DossierHead, foundDossier } from "../dossier.ts";
import { changed, changedAnyway, type DossierChange, madeFrom } from "../dossierChange.ts";
import type { Holdings } from "../holdings.ts";
import { type Answer, fail, type Failure, succeed } from "../model.ts";
import { type Comparison, compareDossiers, isSameDossier, markGiven, type MergeChoices, mergeDossiers } from "../share/mergeDossiers.ts";
import { openItemFiles } from "../store/itemFiles.ts";
import { binnedDossiersFolder, dossiersFolder, receivedFolder } from "../store/layout.ts";
import { DossierIndex } from "./dossierIndex.ts";
import { openDossierBin } from "./dossierBin.ts";

export interface DossierShelf {
  /** Latest change first. */
  all(): DossierHead[];
  /** Fails with `unknown-item`, or with `item-removed` for one that is in the bin. */
  get(id: string): Answer<Dossier>;
  make(title: string): Promise<Answer<Dossier>>;
  /**
   * Fails as `get` does; words that were written to a dossier in the bin are kept with it. Fails with `item-beside` when the words that were to be changed
   * are others by now, and the person's wait to be compared; with `item-changed` when they cannot.
   */
  change(id: string, change: DossierChange): Promise<Answer<Dossier>>;
  duplicate(id: string, title: string): Promise<Answer<Dossier>>;
  /** Moves a dossier to the bin. */
  remove(id: string): Promise<Answer<null>>;
  /** Takes it out of the bin; under another id when a different one has its own by now. Gives the id. */
  restore(id: string): Promise<Answer<string>>;
  /** Latest first. */
  bin(): BinnedDossierHead[];
  /** Deletes what is in the bin for good. */
  emptyBin(): Promise<Answer<null>>;
  /** As it is to be given to others, who may give it back changed. */
  give(id: string): Promise<Answer<Dossier>>;
  /** Takes in a copy: "added" when there was none, "unchanged" when it is the same, "waiting" for a person to compare it otherwise. */
  receive(dossier: Dossier): Promise<Answer<"added" | "unchanged" | "waiting">>;
  /** The dossier and the copy that waits. Fails with `unknown-item` when none does. */
  compare(id: string): Answer<Comparison>;
  merge(id: string, choices: MergeChoices): Promise<Answer<Dossier>>;
  /** Takes in what other processes wrote. */
  refresh(): Promise<void>;
  /** Notices it by itself from now on, where the system tells. */
  watch(onChange: () => void): void;
}

const format = 1;
/** Damage is added to `troubles`; the dossiers are found in `holdings`, when these are given. */
export async function openDossiers(library: string, troubles: Failure[], holdings?: Holdings): Promise<DossierShelf> {
  const kept = await openItemFiles({ library, folder: dossiersFolder, schema: Dossier, format }, troubles);
  const received = await openItemFiles({ library, folder: receivedFolder, schema: Dossier, format }, troubles);
  const binned = await openItemFiles({ library, folder: binnedDossiersFolder, schema: BinnedDossier, format }, troubles);
  const bin = openDossierBin({ kept, received, binned });
  const index = new DossierIndex(kept);
  holdings?.addWritten("dossier", () => index.caughtUp());
  holdings?.nameDossiers((id) => {
    const dossier = kept.get(id);
    return dossier && foundDossier(dossier);
  });
  const now = (): string => new Date().toISOString();
  const get = (id: string): Answer<Dossier> => {
    const dossier = kept.get(id);
    return dossier ? succeed(dossier) : bin.missing(id);
  };

  async function update(id: string, work: (dossier: Dossier) => Dossier | null): Promise<Answer<Dossier>> {
    const done = await kept.change(id, work);
    if (!done.ok && done.failure.code === "unknown-item") {
      // Another process may have put it there just now.
      await binned.refresh();
      return bin.missing(id);
    }
    const title = kept.get(id)?.title;
    return done.ok || title === undefined ? done : { ok: false, failure: { ...done.failure, title } };
  }

  async function change(id: string, asked: DossierChange): Promise<Answer<Dossier>> {
    const done = await update(id, (dossier) => changed(dossier, asked, now()));
    if (done.ok) return done;
    if (done.failure.code === "item-removed") await bin.change(id, (dossier) => changedAnyway(dossier, asked, now()));
    return done.failure.code === "item-changed" ? putBeside(id, asked, done) : done;
  }

  /** What would replace something that the person never saw: kept in a copy, or in the one that waits already, unless that has something of its own there. */
  async function putBeside(id: string, asked: DossierChange, refused: Answer<Dossier>): Promise<Answer<Dossier>> {
    const dossier = kept.get(id);
    const fitting = dossier && madeFrom(dossier, asked);
    const copy = fitting && changed(dossier, fitting, now());
    if (!copy) return refused;
    const first = received.get(id) ? null : await received.keep({ ...copy, revision: 0 });
    // Another may have been put there just now.
    const isThere = !first || (!first.ok && first.failure.code === "item-changed");
    const put = isThere ? await received.change(id, (waiting) => changed(waiting, asked, now()) ?? changed(waiting, fitting, now())) : first;
    if (!put.ok) return put.failure.code === "item-changed" ? refused : put;
    return fail("item-beside", { subject: id, title: dossier.title });
  }

  async function putAway(id: string): Promise<void> {
    const copy = received.get(id);
    if (copy) await received.remove(id, copy.revision);
  }

  return {
    get,
    change,
    remove: bin.remove,
    restore: bin.restore,
    bin: bin.all,
    emptyBin: bin.empty,
    all() {
      const heads = kept.all().map(({ id, title, archivedAt, changedAt, items }) => ({ id, title, archivedAt, changedAt, items: items.length, isReceived: received.get(id) !== undefined }));
      return heads.toSorted((one, other) => other.changedAt.localeCompare(one.changedAt));
    },
    make(title) {
      const at = now();
      return kept.keep({ id: randomUUID(), revision: 0, title, purpose: "", groupSize: null, minutes: null, given: [], items: [], removed: [], archivedAt: null, createdAt: at, changedAt: at });
    },
    async duplicate(id, title) {
      const original = get(id);
      if (!original.ok) return original;
      const at = now();
      return kept.keep({ ...original.value, id: randomUUID(), revision: 0, title, archivedAt: null, createdAt: at, changedAt: at });
    },
    give: (id) => update(id, markGiven),
    async receive(dossier) {
      const here = kept.get(dossier.id);
      if (!here) {
        const done = await kept.keep({ ...dossier, revision: 0, archivedAt: null });
        return done.ok ? succeed("added") : done;
      }
      if (isSameDossier(here, dossier)) return succeed("unchanged");
      const waiting = received.get(dossier.id);
      if (waiting && isSameDossier(waiting, dossier)) return succeed("waiting");
      const done = await received.keep({ ...dossier, revision: waiting?.revision ?? 0 });
      return done.ok ? succeed("waiting") : done;
    },
    compare(id) {
      const [mine, theirs] = [kept.get(id), received.get(id)];
      return mine && theirs ? succeed(compareDossiers(mine, theirs)) : fail("unknown-item", { subject: id });
    },
    async merge(id, choices) {
      const theirs = received.get(id);
      if (!theirs) return fail("unknown-item", { subject: id });
      const done = await update(id, (mine) => ({ ...mergeDossiers(mine, theirs, choices, randomUUID), changedAt: now() }));
      if (done.ok) await putAway(id);
      return done;
    },
    async refresh() {
      await Promise.all([kept, received, binned].map((files) => files.refresh()));
    },
    watch(onChange) {
      for (const files of [kept, received, binned]) files.watch(onChange);
    },
  };
}
