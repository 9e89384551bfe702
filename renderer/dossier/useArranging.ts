/**
 * What is done with the items of a dossier that are chosen, or with one: put elsewhere in it, taken out, put into another dossier. Several go together, in their order, and one way back
 * leads from all of it.
 */
import { useMemo, useRef, useState } from "react";
import type { Selection } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Dossier } from "../../archive/dossier.ts";
import { giveNotice } from "../import/notices.tsx";
import { changeDossier, giveItems, hasItem, isDossier, removeItems } from "./dossierActs.ts";
import { placesOf, stepOf } from "./itemOrder.ts";
import { titleOf } from "./titleOf.ts";

export interface Arranging {
  /** Ids, in the dossier's order. */
  chosen: readonly string[];
  /** As the list has it: it knows from where a choice is made longer. */
  selection: Selection;
  choose(selection: Selection): void;
  /** What was just moved, and where it is now, for who does not see it. */
  said: string;
  /** After another item, or at the beginning. */
  move(ids: readonly string[], after: string | null): void;
  /** One higher or lower, side by side. */
  step(ids: readonly string[], direction: -1 | 1): void;
  remove(ids: readonly string[]): void;
  /** An item, and all that are chosen when it is one of them. */
  with(id: string): readonly string[];
  /** Puts those that are chosen at the end of another dossier; they stay here as well for a copy. */
  give(to: Pick<Dossier, "id" | "title">, isCopy: boolean): void;
}

/** Milliseconds for which the notice of a move stands for sure: moves of the same items meanwhile are taken back by it, too. */
const standing = 15_000;

export function useArranging({ id, items }: Pick<Dossier, "id" | "items">): Arranging {
  const { t } = useTranslation();
  const [selection, setSelection] = useState<Selection>(new Set());
  const [said, setSaid] = useState("");
  const lastMove = useRef<{ moved: string; at: number } | null>(null);
  const chosen = useMemo(() => items.filter((item) => selection === "all" || selection.has(item.id)).map((item) => item.id), [items, selection]);

  const offerWayBack = (moved: readonly string[]): void => {
    const known = lastMove.current;
    if (known?.moved === moved.join() && Date.now() - known.at < standing) return;
    const places = placesOf(items, moved).map(({ item, after }) => ({ item: item.id, after }));
    lastMove.current = { moved: moved.join(), at: Date.now() };
    const run = (): void => {
      lastMove.current = null;
      void changeDossier(id, { kind: "moveBack", items: places }, t);
    };
    giveNotice({ text: t("dossier.movedSeveral", { count: moved.length }), undo: { run, isPossible: () => isDossier(id, (now) => moved.some((item) => hasItem(now, item))) } });
  };

  const move = async (moved: readonly string[], after: string | null): Promise<void> => {
    const done = await changeDossier(id, { kind: "move", items: [...moved], after }, t);
    if (!done) return;
    const first = items.filter((item) => !moved.includes(item.id)).findIndex((item) => item.id === after) + 2;
    setSaid(t("dossier.movedTo", { count: moved.length, first, last: first + moved.length - 1, total: items.length }));
    if (moved.length > 1) offerWayBack(moved);
  };

  const remove = (gone: readonly string[]): void => {
    const only = items.find((item) => gone.includes(item.id));
    const text = gone.length === 1 ? t("dossier.removed", { title: titleOf(only, t("dossier.text")) }) : t("dossier.removedSeveral", { count: gone.length });
    void removeItems({ id, items }, gone, text, t);
  };

  return {
    chosen,
    selection,
    choose: setSelection,
    said,
    move: (moved, after) => void move(moved, after),
    step(moved, direction) {
      const after = stepOf(items, moved, direction);
      if (after !== undefined) void move(moved, after);
    },
    remove,
    with: (item) => (chosen.includes(item) ? chosen : [item]),
    give: (to, isCopy) => void giveItems({ id, items }, chosen, { to, isCopy }, t),
  };
}
