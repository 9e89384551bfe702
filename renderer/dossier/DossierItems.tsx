/** The items of a dossier in their order, which is changed by dragging, by the handle's keys, or by Alt and the arrows. */
import { Clock, GripVertical, ListChecks, MessageCircleQuestion } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Dossier, DossierItem, TextRole } from "../../archive/dossier.ts";
import type { SearchTerm } from "../../archive/model.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { Control } from "../frame/Control.tsx";
import { changeDossier, newText, removeItem } from "./dossierActs.ts";
import { OwnText } from "./OwnText.tsx";
import { PassageCard } from "./PassageCard.tsx";

interface DossierItemsProps {
  dossier: Dossier;
  /** What is marked. */
  terms: readonly SearchTerm[];
  onPassage(id: string, isPage: boolean): void;
}

export function DossierItems({ dossier: { id, items }, terms, onPassage }: DossierItemsProps) {
  const { t } = useTranslation();
  const move = (moved: string[], after: string | null): Promise<boolean> => changeDossier(id, { kind: "move", items: moved, after }, t);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": titleOf(items.find((item) => item.id === key), t("dossier.text")) })),
    onReorder({ keys, target }) {
      const at = items.findIndex((item) => item.id === target.key);
      const moved = [...keys].map(String);
      const after = target.dropPosition === "after" ? at : at - 1;
      void move(moved, items.slice(0, after + 1).findLast((item) => !moved.includes(item.id))?.id ?? null);
    },
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const key = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-key]")?.dataset["key"] : undefined;
    const at = items.findIndex((item) => item.id === key);
    if (key === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "ArrowUp" && at > 0) void move([key], items[at - 2]?.id ?? null);
    if (event.key === "ArrowDown" && at < items.length - 1) void move([key], items[at + 1]?.id ?? null);
  };
  const add = (role: TextRole): void => void changeDossier(id, { kind: "add", items: [newText(role)], after: "end" }, t);
  return (
    <section className="dossier-order" aria-label={t("dossier.order")}>
      <h2>{t("dossier.order")}</h2>
      {items.length > 1 && <p className="meta">{t("dossier.orderHint")}</p>}
      <div onKeyDownCapture={onKeyDown}>
        <GridList
          aria-label={t("dossier.order")}
          className="dossier-items"
          items={items}
          dependencies={[items, terms]}
          dragAndDropHooks={dragAndDropHooks}
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          renderEmptyState={() => <p className="empty">{t("dossier.empty")}</p>}
        >
          {(item) => <Item key={item.id} id={item.id} dossier={id} item={item} items={items} terms={terms} onPassage={onPassage} />}
        </GridList>
      </div>
      <p className="dossier-add">
        <span className="label">{t("dossier.addLabel")}</span>
        <Control icon={ListChecks} name={t("dossier.addInstruction")} look="outlined" onPress={() => add("instruction")} />
        <Control icon={Clock} name={t("dossier.addTiming")} look="outlined" onPress={() => add("timing")} />
        <Control icon={MessageCircleQuestion} name={t("dossier.addQuestion")} look="outlined" onPress={() => add("question")} />
      </p>
    </section>
  );
}

interface ItemProps {
  /** Of the item: the list tells its items apart by it. */
  id: string;
  /** Its id. */
  dossier: string;
  item: DossierItem;
  items: readonly DossierItem[];
  terms: readonly SearchTerm[];
  onPassage(id: string, isPage: boolean): void;
}

function Item({ id, dossier, item, items, terms, onPassage }: ItemProps) {
  const { t } = useTranslation();
  const title = titleOf(item, t("dossier.text"));
  const remove = (): void => void removeItem(dossier, items, item, title, t);
  return (
    <GridListItem id={id} textValue={title} className="dossier-item">
      <Button slot="drag" className="control grip" aria-label={t("dossier.drag", { title })}>
        <GripVertical className="icon" aria-hidden />
      </Button>
      {item.kind === "text" ? <OwnText id={dossier} item={item} title={title} onRemove={remove} /> : <PassageCard item={item} title={title} terms={terms} onOpen={() => onPassage(item.origin.passage, item.origin.page !== null)} onRemove={remove} />}
    </GridListItem>
  );
}

/** What an item is called: its title, or the beginning of its text. */
function titleOf(item: DossierItem | undefined, untitled: string): string {
  if (!item) return untitled;
  return frenchTypography(item.kind === "passage" ? item.title : item.text.trim().slice(0, 60)) || untitled;
}
