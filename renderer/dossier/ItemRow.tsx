/** An item of a dossier in its list: the handle by which it is moved, alone or with those that are chosen, and what it is. */
import { GripVertical } from "lucide-react";
import { Button, GridListItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { DossierItem, FollowedItem } from "../../archive/dossier.ts";
import type { SearchTerm } from "../../archive/model.ts";
import { OwnText } from "./OwnText.tsx";
import { PassageCard } from "./PassageCard.tsx";
import { titleOf } from "./titleOf.ts";

interface ItemRowProps {
  /** Of the item: the list tells its items apart by it. */
  id: string;
  /** Its id. */
  dossier: string;
  item: DossierItem;
  isNew: boolean;
  /** How many go with it when it is moved, itself counted. */
  together: number;
  terms: readonly SearchTerm[];
  followed: FollowedItem | undefined;
  onPassage(id: string, isPage: boolean, note?: string): void;
  onRemove(): void;
}

export function ItemRow({ id, dossier, item, isNew, together, terms, followed, onPassage, onRemove }: ItemRowProps) {
  const { t } = useTranslation();
  const title = titleOf(item, t("dossier.text"));
  const open = (): void => {
    if (item.kind === "text") return;
    const { passage, page } = followed?.now ?? item.origin;
    onPassage(passage, page !== null, followed?.note?.id);
  };
  return (
    <GridListItem id={id} textValue={title} className="dossier-item">
      <Button slot="drag" className="control grip" aria-label={together > 1 ? t("dossier.dragSeveral", { count: together }) : t("dossier.drag", { title })}>
        <GripVertical className="icon" aria-hidden />
      </Button>
      {item.kind === "text" ? <OwnText id={dossier} item={item} title={title} isNew={isNew} onRemove={onRemove} /> : <PassageCard item={item} title={title} terms={terms} followed={followed} onOpen={open} onRemove={onRemove} />}
    </GridListItem>
  );
}
