/**
 * The tabs, over what is read; nothing as long as there is one alone. A tab is shown by a click, closed by its cross or the middle button, and put
 * elsewhere by dragging it or by the keys of the menu.
 */
import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import type { TabMoves } from "../useJourney.ts";
import { OneTab } from "./OneTab.tsx";
import "./tabs.css";
import type { Tabs } from "./tabs.ts";
import { useTabNews } from "./useTabNews.ts";

interface TabBarProps {
  tabs: Tabs;
  moves: TabMoves;
}

export function TabBar({ tabs, moves }: TabBarProps) {
  const { t } = useTranslation();
  const news = useTabNews(tabs);
  const list = useRef<HTMLUListElement>(null);
  const isClosing = useRef(false);
  const [dragged, setDragged] = useState<number | null>(null);
  useEffect(
    function showCurrent() {
      const current = list.current?.querySelector<HTMLElement>(`[data-tab="${tabs.shown}"]`);
      current?.scrollIntoView({ block: "nearest", inline: "nearest" });
      // The cross that had the focus is gone.
      if (isClosing.current) current?.focus();
      isClosing.current = false;
    },
    [tabs],
  );
  const close = (id: number): void => {
    isClosing.current = true;
    moves.close(id);
  };
  return (
    <>
      <p className="visually-hidden" role="status">
        {news}
      </p>
      {tabs.open.length > 1 && (
        <nav className="tabs" aria-label={t("tabs.label")}>
          <ul ref={list}>
            {tabs.open.map((tab, index) => (
              <OneTab
                key={tab.id}
                tab={tab}
                number={index + 1}
                count={tabs.open.length}
                isShown={tab.id === tabs.shown}
                isDragged={tab.id === dragged}
                onShow={() => moves.show(tab.id)}
                onClose={() => close(tab.id)}
                onDrag={(isBeingDragged) => setDragged(isBeingDragged ? tab.id : null)}
                onDragOver={() => dragged !== null && dragged !== tab.id && moves.move(dragged, index)}
              />
            ))}
          </ul>
          <Control icon={Plus} name={t("tabs.open")} iconOnly onPress={moves.open} />
        </nav>
      )}
    </>
  );
}
