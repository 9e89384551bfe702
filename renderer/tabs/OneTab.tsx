/** One tab: its name, by which it is shown and dragged, and its cross. */
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSheetTitles } from "../sheetTitle.ts";
import type { Tab } from "./tabs.ts";

interface OneTabProps {
  tab: Tab;
  /** From 1. */
  number: number;
  count: number;
  isShown: boolean;
  isDragged: boolean;
  onShow(): void;
  onClose(): void;
  onDrag(isDragged: boolean): void;
  onDragOver(): void;
}

/** What is dragged is a tab, and no file. */
const tabType = "application/x-relire-tab";

export function OneTab({ tab: { id, journey }, number, count, isShown, isDragged, onShow, onClose, onDrag, onDragOver }: OneTabProps) {
  const { t } = useTranslation();
  const title = useSheetTitles().short(journey.present.sheet);
  const close = t("tabs.close", { title });
  return (
    <li className={`tab${isShown ? " shown" : ""}${isDragged ? " dragged" : ""}`}>
      <button
        type="button"
        className="name"
        aria-current={isShown ? "page" : undefined}
        aria-label={t("tabs.position", { title, number, count })}
        title={title}
        data-tab={id}
        data-keeps-middle-click
        draggable
        onClick={onShow}
        onAuxClick={(event) => event.button === 1 && onClose()}
        onDragStart={({ dataTransfer }) => {
          dataTransfer.effectAllowed = "move";
          dataTransfer.setData(tabType, String(id));
          onDrag(true);
        }}
        onDragEnd={() => onDrag(false)}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(tabType)) return;
          event.preventDefault();
          onDragOver();
        }}
      >
        {title}
      </button>
      <button type="button" className="close" aria-label={close} title={close} data-keeps-middle-click onClick={onClose}>
        <X className="icon" aria-hidden />
      </button>
    </li>
  );
}
