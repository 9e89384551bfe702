/**
 * The items of a dossier in their order, which is changed by dragging, by the handle's keys, or by Alt and the arrows; several at once when they are chosen, as files
 * are chosen in a folder.
 */
import { Clock, ListChecks, MessageCircleQuestion } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { GridList, useDragAndDrop } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Dossier, TextRole } from "../../archive/dossier.ts";
import type { SearchTerm } from "../../archive/model.ts";
import { Control } from "../frame/Control.tsx";
import { isMac } from "../keys/platform.ts";
import { ChosenBar } from "./ChosenBar.tsx";
import { changeDossier, newText } from "./dossierActs.ts";
import { dropOf } from "./itemOrder.ts";
import { ItemRow } from "./ItemRow.tsx";
import { titleOf } from "./titleOf.ts";
import { useArranging } from "./useArranging.ts";
import { useFollowedItems } from "./useDossiers.ts";

interface DossierItemsProps {
  dossier: Dossier;
  /** What is marked. */
  terms: readonly SearchTerm[];
  /** A section, or a page; with the note whose words are wanted there. */
  onPassage(id: string, isPage: boolean, note?: string): void;
}

export function DossierItems({ dossier, terms, onPassage }: DossierItemsProps) {
  const { t } = useTranslation();
  const { id, items } = dossier;
  const followed = useFollowedItems(id);
  const arranging = useArranging(dossier);
  const { chosen, selection, choose, move, step, remove, said } = arranging;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => items.filter((item) => keys.has(item.id)).map((item) => ({ "text/plain": titleOf(item, t("dossier.text")) })),
    renderDragPreview: (dragged) => <DragPreview title={dragged[0]?.["text/plain"] ?? ""} count={dragged.length} />,
    onReorder({ keys, target: { key, dropPosition } }) {
      const moved = items.filter((item) => keys.has(item.id)).map((item) => item.id);
      move(moved, dropOf(items, moved, String(key), dropPosition === "after" ? "after" : "before"));
    },
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const row = target?.closest<HTMLElement>("[data-key]");
    const key = row?.dataset["key"];
    const isArrow = event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown");
    const isRemoval = target === row && (event.key === "Delete" || (isMac && event.key === "Backspace"));
    if (key === undefined || !(isArrow || isRemoval)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isRemoval) remove(arranging.with(key));
    else step(arranging.with(key), event.key === "ArrowUp" ? -1 : 1);
  };
  /** The text that was just added, to be written in. */
  const [added, setAdded] = useState<string | null>(null);
  const add = (role: TextRole): void => {
    const text = newText(role);
    setAdded(text.id);
    void changeDossier(id, { kind: "add", items: [text], after: "end" }, t);
  };
  return (
    <section className="dossier-order" aria-label={t("dossier.order")}>
      <h2>{t("dossier.order")}</h2>
      {items.length > 1 && (
        <p className="meta">
          <span>{t("dossier.orderHint")}</span> <span>{t("dossier.chooseHint", { key: isMac ? "⌘" : "Ctrl" })}</span>
        </p>
      )}
      <div onKeyDownCapture={onKeyDown}>
        <GridList
          aria-label={t("dossier.order")}
          className="dossier-items"
          items={items}
          dependencies={[items, terms, followed, added, chosen]}
          dragAndDropHooks={dragAndDropHooks}
          keyboardNavigationBehavior="tab"
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selection}
          onSelectionChange={choose}
          disallowTypeAhead
          renderEmptyState={() => <p className="empty">{t("dossier.empty")}</p>}
        >
          {(item) => (
            <ItemRow
              key={item.id}
              id={item.id}
              dossier={id}
              item={item}
              isNew={item.id === added}
              together={chosen.includes(item.id) ? chosen.length : 1}
              terms={terms}
              followed={followed.get(item.id)}
              onPassage={onPassage}
              onRemove={() => remove([item.id])}
            />
          )}
        </GridList>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <ChosenBar id={id} arranging={arranging} />
      <p className="dossier-add">
        <span className="label">{t("dossier.addLabel")}</span>
        <Control icon={ListChecks} name={t("dossier.addInstruction")} look="outlined" onPress={() => add("instruction")} />
        <Control icon={Clock} name={t("dossier.addTiming")} look="outlined" onPress={() => add("timing")} />
        <Control icon={MessageCircleQuestion} name={t("dossier.addQuestion")} look="outlined" onPress={() => add("question")} />
      </p>
    </section>
  );
}

/** What follows the pointer: the first of them, and how many there are. */
function DragPreview({ title, count }: { title: string; count: number }) {
  return (
    <div className="drag-preview">
      <span className="title">{title}</span>
      {count > 1 && <span className="count">{count}</span>}
    </div>
  );
}
