/** Items of a dossier moved together: they keep their order, and a step up undoes a step down. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dropOf, placesOf, stepOf } from "../../renderer/dossier/itemOrder.ts";

const items = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id }));
type Items = { id: string }[];

function moved(list: Items, ids: string[], after: string | null | undefined): Items {
  if (after === undefined) return list;
  const rest = list.filter(({ id }) => !ids.includes(id));
  const at = rest.findIndex(({ id }) => id === after) + 1;
  return [...rest.slice(0, at), ...list.filter(({ id }) => ids.includes(id)), ...rest.slice(at)];
}

const order = (list: Items): string => list.map(({ id }) => id).join("");
const step = (list: Items, ids: string[], direction: -1 | 1): Items => moved(list, ids, stepOf(list, ids, direction));
const anyIds = fc.subarray(items.map(({ id }) => id), { minLength: 1 });

describe("the order of items", () => {
  test("those that stand apart come together one step higher, or lower, and stop at the ends", () => {
    expect(order(step(items, ["c", "e"], -1))).toBe("acebdf");
    expect(order(step(items, ["b", "d"], 1))).toBe("acebdf");
    expect(order(step(items, ["a", "c"], -1))).toBe("acbdef");
    expect(stepOf(items, ["a", "b"], -1)).toBeUndefined();
    expect(stepOf(items, ["e", "f"], 1)).toBeUndefined();
    expect(order(step(items, ["f"], -1))).toBe("abcdfe");
    expect(stepOf(items, [], 1)).toBeUndefined();
  });

  test("once side by side, they go down and up again by the same steps, and reach both ends", () => {
    fc.assert(
      fc.property(anyIds, (ids) => {
        const together = order(items.filter(({ id }) => ids.includes(id)));
        const lowest = items.reduce((list) => step(list, ids, 1), items);
        expect(order(lowest).endsWith(together)).toBe(true);
        expect(stepOf(lowest, ids, 1)).toBeUndefined();
        const higher = step(lowest, ids, -1);
        expect(order(step(higher, ids, 1))).toBe(order(lowest));
        expect(order(items.reduce((list) => step(list, ids, -1), lowest)).startsWith(together)).toBe(true);
      }),
    );
  });

  test("dropped beside any item, even one of themselves, they stand there side by side", () => {
    fc.assert(
      fc.property(anyIds, fc.constantFrom(...items), fc.constantFrom("before" as const, "after" as const), (ids, target, position) => {
        const now = order(moved(items, ids, dropOf(items, ids, target.id, position)));
        expect(now).toContain(order(items.filter(({ id }) => ids.includes(id))));
        const isAfter = now.indexOf(target.id) < now.indexOf(ids[0] ?? "");
        expect(ids.includes(target.id) || isAfter === (position === "after")).toBe(true);
      }),
    );
  });

  test("where items stood is told one after the other", () => {
    expect(placesOf(items, ["d", "a", "b"])).toEqual([{ item: { id: "a" }, after: null }, { item: { id: "b" }, after: "a" }, { item: { id: "d" }, after: "c" }]);
  });
});
