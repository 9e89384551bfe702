/** What the items of a dossier come to, and how each is named when it is found. */
import type { Dossier, FollowedItem } from "./dossier.ts";

/** With the words of what could be followed as they are now; whatever else stays as it was taken. */
export function withFollowed(dossier: Dossier, followed: readonly FollowedItem[]): Dossier {
  const now = new Map(followed.map((each) => [each.item, each.now]));
  const items = dossier.items.map((item) => {
    const found = item.kind === "passage" ? now.get(item.id) : null;
    if (item.kind !== "passage" || !found) return item;
    const { title, text, passage, page } = found;
    return { ...item, title, text, origin: { ...item.origin, passage, page } };
  });
  return { ...dossier, items };
}

/** Ids of the documents whose passages a dossier has. */
export function quotedDocuments({ items }: Dossier): string[] {
  return [...new Set(items.flatMap((item) => (item.kind === "passage" ? [item.origin.passage.split("#")[0] ?? ""] : [])))];
}

/** What the own texts of a dossier take in all. */
export function minutesOf({ items }: Pick<Dossier, "items">): number {
  return items.reduce((sum, item) => sum + (item.kind === "text" ? (item.minutes ?? 0) : 0), 0);
}

/** What is found of a dossier: its title and purpose (`item` null), or an own text. */
export function dossierPassageId(dossier: string, item: string | null): string {
  return `${dossier}#${item ?? ""}`;
}

/** Where such a passage stands. */
export function placeInDossier(passage: string): { id: string; item: string | null } {
  const [id = "", item = ""] = passage.split("#");
  return { id, item: item === "" ? null : item };
}
