/** The order of a dossier's items, as it is changed: where several go together, and where they stood. Pure. */

interface Item {
  id: string;
}

/** Where items stand, in their order: each after which one. Told to `bringBack` or `moveBack`, it puts them there again. */
export function placesOf<Kind extends Item>(items: readonly Kind[], ids: readonly string[]): { item: Kind; after: string | null }[] {
  return items.flatMap((item, at) => (ids.includes(item.id) ? [{ item, after: items[at - 1]?.id ?? null }] : []));
}

/** The item after which all of some stand once they are one step higher or lower, side by side; null for the beginning, undefined when they are there already. */
export function stepOf(items: readonly Item[], ids: readonly string[], direction: -1 | 1): string | null | undefined {
  const isMoved = ({ id }: Item): boolean => ids.includes(id);
  const [first, last] = [items.findIndex(isMoved), items.findLastIndex(isMoved)];
  if (first < 0) return undefined;
  const others = items.filter((item) => !isMoved(item));
  const before = direction < 0 ? first : items.slice(0, last).filter((item) => !isMoved(item)).length;
  const place = Math.min(Math.max(before + direction, 0), others.length);
  const isThere = last - first + 1 === ids.length && place === first;
  return isThere ? undefined : (others[place - 1]?.id ?? null);
}

/** The item after which all of some stand when they are put before or after one that may be among them; null for the beginning. */
export function dropOf(items: readonly Item[], ids: readonly string[], target: string, position: "before" | "after"): string | null {
  const at = items.findIndex(({ id }) => id === target) + (position === "after" ? 1 : 0);
  return items.slice(0, at).findLast(({ id }) => !ids.includes(id))?.id ?? null;
}
