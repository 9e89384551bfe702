/** Copies of a dossier that were edited apart: nothing is lost, whatever was done to them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dossier, DossierItem } from "../../../archive/dossier.ts";
import { changed, type DossierChange } from "../../../archive/dossierChange.ts";
import { compareDossiers, isSameDossier, markGiven, mergeDossiers } from "../../../archive/share/mergeDossiers.ts";

const at = "2026-11-25T20:00:00.000Z";
const text = (id: string, said: string): DossierItem => ({ id, given: [], kind: "text", role: "question", text: said, minutes: null });
const dossierOf = (...items: DossierItem[]): Dossier => ({ id: "soir", revision: 1, title: "Soir", purpose: "", groupSize: null, minutes: null, given: [], items, removed: [], archivedAt: null, createdAt: at, changedAt: at });

function after(dossier: Dossier, ...changes: DossierChange[]): Dossier {
  return changes.reduce((now, change) => changed(now, change, at) ?? now, dossier);
}

let last = 0;
const newId = (): string => `new-${(last += 1)}`;

/** Changes of items "a" to "e", and new ones whose names begin as they are told. */
function anyChanges(side: string): fc.Arbitrary<DossierChange[]> {
  const id = fc.constantFrom("a", "b", "c", "d", "e");
  const change = fc.oneof(
    fc.record({ kind: fc.constant("add" as const), items: fc.integer({ min: 0, max: 20 }).map((n) => [text(`${side}-${n}`, `${side} ${n}`)]), after: fc.option(id) }),
    fc.record({ kind: fc.constant("move" as const), items: id.map((one) => [one]), after: fc.option(id) }),
    fc.record({ kind: fc.constant("remove" as const), items: id.map((one) => [one]) }),
    id.map((item): DossierChange => ({ kind: "text", item, was: item, text: `${item} of ${side}` })),
  );
  return fc.array(change, { maxLength: 12 });
}

describe("two copies of a dossier", () => {
  const shared = markGiven(dossierOf(...["a", "b", "c", "d", "e"].map((id) => text(id, id))));

  test("what only one of them changed is taken from it", () => {
    const mine = after(shared, { kind: "text", item: "a", was: "a", text: "mine" });
    const theirs = after(shared, { kind: "text", item: "b", was: "b", text: "theirs" }, { kind: "remove", items: ["c"] }, { kind: "add", items: [text("f", "f")], after: "d" });
    const { differences } = compareDossiers(mine, theirs);
    expect(differences.map(({ item, likely }) => [item, likely])).toEqual([["a", "mine"], ["b", "theirs"], ["c", "theirs"], ["f", "theirs"]]);
    expect(mergeDossiers(mine, theirs, { items: {} }, newId).items.map((item) => item.kind === "text" && item.text)).toEqual(["mine", "theirs", "d", "f", "e"]);
  });

  test("what both changed is kept twice unless a person chooses", () => {
    const mine = after(shared, { kind: "text", item: "a", was: "a", text: "mine" });
    const theirs = after(shared, { kind: "text", item: "a", was: "a", text: "theirs" });
    expect(mergeDossiers(mine, theirs, { items: {} }, newId).items.slice(0, 2)).toMatchObject([{ text: "mine" }, { text: "theirs" }]);
    expect(mergeDossiers(mine, theirs, { items: { a: "theirs" } }, newId).items).toHaveLength(5);
  });

  test("of the whole, each field is taken from the copy that changed it, and two purposes are both kept", () => {
    const mine = after(shared, { kind: "head", title: "Matin", purpose: "Accueillir" });
    const theirs = after(shared, { kind: "head", groupSize: 12, purpose: "Se présenter" });
    expect(compareDossiers(mine, theirs).head.map(({ name, likely }) => [name, likely])).toEqual([["title", "mine"], ["purpose", "both"], ["groupSize", "theirs"]]);
    expect(mergeDossiers(mine, theirs, { items: {} }, newId)).toMatchObject({ title: "Matin", purpose: "Accueillir\nSe présenter", groupSize: 12 });
    expect(mergeDossiers(mine, theirs, { head: { purpose: "theirs", title: "theirs" }, items: {} }, newId)).toMatchObject({ title: "Soir", purpose: "Se présenter" });
    const long = after(theirs, { kind: "head", purpose: "x".repeat(5000) });
    expect(mergeDossiers(mine, long, { head: { purpose: "both" }, items: {} }, newId).purpose).toBe("Accueillir");
  });

  test("copies that an older Relire gave are told apart by their whole heads", () => {
    const digests = shared.given;
    const older = { ...shared, given: digests.slice(0, 1) };
    const theirs = after(older, { kind: "head", title: "Matin" });
    expect(compareDossiers(older, theirs).head).toMatchObject([{ name: "title", likely: "theirs" }]);
  });

  test("what was moved or taken out is put back where it stood, and nothing else is touched", () => {
    const order = ({ items }: Dossier): string => items.map(({ id }) => id).join("");
    const places = (moved: string[]): { item: string; after: string | null }[] => moved.map((item) => ({ item, after: "abcde"["abcde".indexOf(item) - 1] ?? null }));
    fc.assert(
      fc.property(fc.subarray(["a", "b", "c", "d", "e"], { minLength: 1 }), fc.constantFrom("a", "b", "c", "d", "e", null), (ids, before) => {
        const moved = after(shared, { kind: "move", items: ids, after: before });
        expect(order(after(moved, { kind: "moveBack", items: places(ids) }))).toBe("abcde");
        const less = after(shared, { kind: "remove", items: ids });
        const entries = places(ids).map(({ item, after: place }) => ({ item: text(item, item), after: place }));
        const back = after(less, { kind: "bringBack", items: entries });
        expect([order(back), back.removed]).toEqual(["abcde", []]);
        expect(after(less, { kind: "moveBack", items: places(ids) }).items).toEqual(less.items);
        expect(after(shared, { kind: "bringBack", items: entries }).items).toEqual(shared.items);
      }),
    );
  });

  test("nothing that either wrote is lost when both are kept, and every id stands once", () => {
    fc.assert(
      fc.property(anyChanges("mine"), anyChanges("theirs"), (own, other) => {
        const [mine, theirs] = [after(shared, ...own), after(shared, ...other)];
        const both = Object.fromEntries(compareDossiers(mine, theirs).differences.map(({ item }) => [item, "both" as const]));
        const merged = mergeDossiers(mine, theirs, { items: both }, newId);
        const told = new Set(merged.items.map((item) => item.kind === "text" && item.text));
        for (const { items } of [mine, theirs]) for (const item of items) expect(told).toContain(item.kind === "text" && item.text);
        expect(new Set(merged.items.map(({ id }) => id)).size).toBe(merged.items.length);
        expect(isSameDossier(mergeDossiers(mine, mine, { items: {} }, newId), mine)).toBe(true);
      }),
    );
  });

  test("changes keep every item that they do not take out", () => {
    fc.assert(
      fc.property(anyChanges("mine"), (changes) => {
        const now = after(shared, ...changes);
        const ids = now.items.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id } of shared.items) expect(ids.includes(id)).toBe(!now.removed.includes(id));
      }),
    );
  });
});
