/**
 * The dossiers of a library, one file each, and beside them the copies that came from elsewhere and wait to be compared. A change is made to the dossier as
 * it is on the disk at that moment: those of two windows go together, and what cannot is refused with a word, never written over.
 */
import { randomUUID } from "node:crypto";
import { changed, Dossier, type DossierChange, type DossierHead } from "../dossier.ts";
import { type Answer, fail, type Failure, succeed } from "../model.ts";
import { type Comparison, compareDossiers, isSameDossier, markGiven, mergeDossiers, type Side } from "../share/mergeDossiers.ts";
import { openItemFiles } from "../store/itemFiles.ts";
import { dossiersFolder } from "../store/layout.ts";

export interface MergeChoices {
  head?: Side | undefined;
  /** By item; what is left out is as likely wanted. */
  items: Record<string, Side>;
}

export interface DossierShelf {
  /** Latest change first. */
  all(): DossierHead[];
  /** Fails with `unknown-item`. */
  get(id: string): Answer<Dossier>;
  make(title: string): Promise<Answer<Dossier>>;
  /** Fails with `unknown-item`, or with `item-changed` when what is to be changed is not what it was. */
  change(id: string, change: DossierChange): Promise<Answer<Dossier>>;
  duplicate(id: string, title: string): Promise<Answer<Dossier>>;
  /** As it is to be given to others, who may give it back changed. */
  give(id: string): Promise<Answer<Dossier>>;
  /** Takes in a copy: "added" when there was none, "unchanged" when it is the same, "waiting" for a person to compare it otherwise. */
  receive(dossier: Dossier): Promise<Answer<"added" | "unchanged" | "waiting">>;
  /** The dossier and the copy that waits. Fails with `unknown-item` when none does. */
  compare(id: string): Answer<Comparison>;
  merge(id: string, choices: MergeChoices): Promise<Answer<Dossier>>;
}

const format = 1;
/** A dossier that another process keeps on changing is not waited for without end. */
const mostTries = 5;

/** Damage is added to `troubles`. */
export async function openDossiers(library: string, troubles: Failure[]): Promise<DossierShelf> {
  const kept = await openItemFiles({ library, folder: dossiersFolder, schema: Dossier, format }, troubles);
  const received = await openItemFiles({ library, folder: `${dossiersFolder}/received`, schema: Dossier, format }, troubles);
  const now = (): string => new Date().toISOString();
  const get = (id: string): Answer<Dossier> => {
    const dossier = kept.get(id);
    return dossier ? succeed(dossier) : fail("unknown-item", { subject: id });
  };

  async function update(id: string, work: (dossier: Dossier) => Dossier | null): Promise<Answer<Dossier>> {
    for (let tries = 1; ; tries++) {
      const dossier = kept.get(id);
      if (!dossier) return fail("unknown-item", { subject: id });
      const next = work(dossier);
      if (!next) return fail("item-changed", { subject: id, title: dossier.title });
      const done = await kept.keep(next);
      if (done.ok || done.failure.code !== "item-changed" || tries === mostTries) return done;
    }
  }

  async function putAway(id: string): Promise<void> {
    const copy = received.get(id);
    if (copy) await received.remove(id, copy.revision);
  }

  return {
    get,
    all() {
      const heads = kept.all().map(({ id, title, archivedAt, changedAt, items }) => ({ id, title, archivedAt, changedAt, items: items.length, isReceived: received.get(id) !== undefined }));
      return heads.toSorted((one, other) => other.changedAt.localeCompare(one.changedAt));
    },
    make(title) {
      const at = now();
      return kept.keep({ id: randomUUID(), revision: 0, title, purpose: "", groupSize: null, minutes: null, given: [], items: [], removed: [], archivedAt: null, createdAt: at, changedAt: at });
    },
    change: (id, change) => update(id, (dossier) => changed(dossier, change, now())),
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
  };
}
