/**
 * Two copies of a dossier that were edited apart, side by side, and one dossier of both. Each copy remembers which states of its items were given to
 * others: a state that the other copy had before is older than the one it has now. What neither knows of the other is for a person to choose.
 */
import { createHash } from "node:crypto";
import { type Dossier, type DossierItem, longestPurpose } from "../dossier.ts";
import { headNames } from "../dossierChange.ts";

export type Side = "mine" | "theirs" | "both";
export type HeadName = (typeof headNames)[number];

/** A field of their heads that the two copies do not have alike. */
export interface HeadDifference {
  name: HeadName;
  mine: string | number | null;
  theirs: string | number | null;
  likely: Side;
  /** Purposes can both be kept, one after the other, if they are not too long. */
  mayBeBoth: boolean;
}

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
  head: HeadDifference[];
  /** In the order of the merged dossier. */
  differences: Difference[];
}

/** By field and item; what is left out is as likely wanted. */
export interface MergeChoices {
  head?: Partial<Record<HeadName, Side>>;
  items: Record<string, Side>;
}

export function compareDossiers(mine: Dossier, theirs: Dossier): Comparison {
  const [own, other] = [byId(mine), byId(theirs)];
  const differences = mergedOrder(mine, theirs).flatMap((id): Difference[] => {
    const [a = null, b = null] = [own.get(id), other.get(id)];
    return a && b && itemDigest(a) === itemDigest(b) ? [] : [{ item: id, mine: a, theirs: b, likely: likelyOf(id, a, b, mine, theirs) }];
  });
  const head = headNames.flatMap((name): HeadDifference[] => (mine[name] === theirs[name] ? [] : [{ name, mine: mine[name], theirs: theirs[name], likely: likelyHead(name, mine, theirs), mayBeBoth: mayBeBoth(name, mine, theirs) }]));
  return { mine, theirs, head, differences };
}

/** By the field's own states, or by those of whole heads, which is what an older Relire tells. */
function likelyHead(name: HeadName, mine: Dossier, theirs: Dossier): Side {
  if (theirs.given.includes(fieldDigest(mine, name)) || theirs.given.includes(headDigest(mine))) return "theirs";
  if (mine.given.includes(fieldDigest(theirs, name)) || mine.given.includes(headDigest(theirs))) return "mine";
  if (mine[name] === null || mine[name] === "") return "theirs";
  return mayBeBoth(name, mine, theirs) ? "both" : "mine";
}

function mayBeBoth(name: HeadName, mine: Dossier, theirs: Dossier): boolean {
  return name === "purpose" && mine.purpose !== "" && theirs.purpose !== "" && bothPurposes(mine, theirs).length <= longestPurpose;
}

function bothPurposes(mine: Dossier, theirs: Dossier): string {
  return `${mine.purpose.trimEnd()}\n${theirs.purpose.trimStart()}`;
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
export function mergeDossiers(mine: Dossier, theirs: Dossier, choices: MergeChoices, newId: () => string): Dossier {
  const { head, differences } = compareDossiers(mine, theirs);
  const chosen = new Map(differences.map(({ item, likely }) => [item, choices.items[item] ?? likely]));
  const [own, other] = [byId(mine), byId(theirs)];
  const items = mergedOrder(mine, theirs).flatMap((id) => pick(own.get(id), other.get(id), chosen.get(id) ?? "mine", newId));
  const held = new Set(items.map(({ id }) => id));
  const removed = [...new Set([...mine.removed, ...theirs.removed, ...own.keys(), ...other.keys()])].filter((id) => !held.has(id)).slice(-5000);
  const sides = new Map(head.map(({ name, likely }) => [name, choices.head?.[name] ?? likely]));
  const given = joined(mine.given, theirs.given, ...headDigests(mine), ...headDigests(theirs));
  return { ...mine, ...mergedHead(mine, theirs, sides), given, items, removed };
}

function mergedHead(mine: Dossier, theirs: Dossier, sides: ReadonlyMap<HeadName, Side>): Pick<Dossier, HeadName> {
  const of = <Name extends HeadName>(name: Name): Dossier[Name] => (sides.get(name) === "theirs" ? theirs : mine)[name];
  const isBoth = sides.get("purpose") === "both" && mayBeBoth("purpose", mine, theirs);
  return { title: of("title"), purpose: isBoth ? bothPurposes(mine, theirs) : of("purpose"), groupSize: of("groupSize"), minutes: of("minutes") };
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
  return { ...dossier, items, given: joined(dossier.given, [], ...headDigests(dossier)) };
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

/** The whole head's, for an older Relire, and its fields'. */
function headDigests(dossier: Dossier): string[] {
  return [headDigest(dossier), ...headNames.map((name) => fieldDigest(dossier, name))];
}

function fieldDigest(dossier: Dossier, name: HeadName): string {
  return digest([name, dossier[name]]);
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
