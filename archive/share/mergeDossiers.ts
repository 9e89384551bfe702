/**
 * Two copies of a dossier that were edited apart, side by side, and one dossier of both. Each copy remembers which states of its items were given to
 * others: a state that the other copy had before is older than the one it has now. What neither knows of the other is for a person to choose.
 */
import { createHash } from "node:crypto";
import type { Dossier, DossierItem } from "../dossier.ts";

export type Side = "mine" | "theirs" | "both";

/** One item that the two copies do not have alike. */
export interface Difference {
  item: string;
  mine: DossierItem | null;
  theirs: DossierItem | null;
  /** What a person most likely wants. */
  likely: Side;
}

export interface Comparison {
  mine: Dossier;
  theirs: Dossier;
  /** Which title, purpose, group and duration are likely wanted; null when they are alike. */
  head: Exclude<Side, "both"> | null;
  /** In the order of the merged dossier. */
  differences: Difference[];
}

export function compareDossiers(mine: Dossier, theirs: Dossier): Comparison {
  const [own, other] = [byId(mine), byId(theirs)];
  const differences = mergedOrder(mine, theirs).flatMap((id): Difference[] => {
    const [a = null, b = null] = [own.get(id), other.get(id)];
    return a && b && itemDigest(a) === itemDigest(b) ? [] : [{ item: id, mine: a, theirs: b, likely: likelyOf(id, a, b, mine, theirs) }];
  });
  const newer = theirs.given.includes(headDigest(mine)) ? "theirs" : "mine";
  const isAlike = headDigest(mine) === headDigest(theirs);
  return { mine, theirs, head: isAlike ? null : newer, differences };
}

/** Whether the copies hold the same things in the same order. */
export function isSameDossier(mine: Dossier, theirs: Dossier): boolean {
  return contentOf(mine) === contentOf(theirs);
}

function likelyOf(id: string, mine: DossierItem | null, theirs: DossierItem | null, { removed: mineRemoved }: Dossier, { removed: theirsRemoved }: Dossier): Side {
  if (!mine) return mineRemoved.includes(id) ? "mine" : "theirs";
  if (!theirs) return theirsRemoved.includes(id) && mine.given.includes(itemDigest(mine)) ? "theirs" : "mine";
  if (theirs.given.includes(itemDigest(mine))) return "theirs";
  return mine.given.includes(itemDigest(theirs)) ? "mine" : "both";
}

/**
 * My copy with what was chosen of each difference; what was not asked about is as likely wanted. `newId` names the second of two that are both kept.
 * The order is mine, with what comes from them where it stands there.
 */
export function mergeDossiers(mine: Dossier, theirs: Dossier, choices: { head?: Side | undefined; items: Record<string, Side> }, newId: () => string): Dossier {
  const { head, differences } = compareDossiers(mine, theirs);
  const chosen = new Map(differences.map(({ item, likely }) => [item, choices.items[item] ?? likely]));
  const [own, other] = [byId(mine), byId(theirs)];
  const items = mergedOrder(mine, theirs).flatMap((id) => pick(own.get(id), other.get(id), chosen.get(id) ?? "mine", newId));
  const { title, purpose, groupSize, minutes } = (choices.head ?? head) === "theirs" ? theirs : mine;
  const held = new Set(items.map(({ id }) => id));
  const removed = [...new Set([...mine.removed, ...theirs.removed, ...own.keys(), ...other.keys()])].filter((id) => !held.has(id)).slice(-5000);
  return { ...mine, title, purpose, groupSize, minutes, given: joined(mine.given, theirs.given, headDigest(mine), headDigest(theirs)), items, removed };
}

function pick(mine: DossierItem | undefined, theirs: DossierItem | undefined, side: Side, newId: () => string): DossierItem[] {
  const given = joined(mine?.given ?? [], theirs?.given ?? [], ...[mine, theirs].flatMap((item) => (item ? [itemDigest(item)] : [])));
  const kept: DossierItem[] = [];
  if (mine && side !== "theirs") kept.push({ ...mine, given });
  if (theirs && side !== "mine") kept.push({ ...theirs, given, ...(kept.length > 0 && { id: newId() }) });
  return kept;
}

/** A dossier as it is given away: from then on both copies know this state. */
export function markGiven(dossier: Dossier): Dossier {
  const items = dossier.items.map((item) => ({ ...item, given: joined(item.given, [], itemDigest(item)) }));
  return { ...dossier, items, given: joined(dossier.given, [], headDigest(dossier)) };
}

/** Ids of mine in their order, each of theirs after the one it follows there. */
function mergedOrder(mine: Dossier, theirs: Dossier): string[] {
  const order = mine.items.map(({ id }) => id);
  const known = new Set(order);
  let before: string | null = null;
  for (const { id } of theirs.items) {
    if (!known.has(id)) order.splice(before === null ? 0 : order.indexOf(before) + 1, 0, id);
    before = id;
  }
  return order;
}

function byId({ items }: Dossier): Map<string, DossierItem> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The latest fifty, each once. */
function joined(one: readonly string[], other: readonly string[], ...now: string[]): string[] {
  return [...new Set([...one, ...other, ...now].toReversed())].slice(0, 50).toReversed();
}

function itemDigest(item: DossierItem): string {
  const told = item.kind === "text" ? [item.role, item.text, item.minutes] : [item.title, item.text, item.origin.passage];
  return digest(told);
}

function headDigest({ title, purpose, groupSize, minutes }: Dossier): string {
  return digest([title, purpose, groupSize, minutes]);
}

function contentOf(dossier: Dossier): string {
  return JSON.stringify([headDigest(dossier), dossier.items.map((item) => [item.id, itemDigest(item)])]);
}

function digest(told: unknown): string {
  return createHash("sha256").update(JSON.stringify(told)).digest("hex").slice(0, 16);
}
