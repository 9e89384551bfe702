/** What a screen reader is told of the tabs: one that opened behind this one, one that was put elsewhere. */
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSheetTitles } from "../sheetTitle.ts";
import { indexOf, type Tabs } from "./tabs.ts";

export function useTabNews(tabs: Tabs): string {
  const { t } = useTranslation();
  const titles = useSheetTitles();
  const before = useRef(tabs);
  const [news, setNews] = useState("");
  useEffect(
    function tell() {
      const known = before.current;
      before.current = tabs;
      if (known === tabs) return;
      const opened = tabs.open.find(({ id }) => id > known.last && id !== tabs.shown);
      const count = tabs.open.length;
      if (opened) setNews(t("tabs.opened", { title: titles.short(opened.journey.present.sheet) }));
      else if (count === known.open.length && tabs.shown === known.shown && indexOf(tabs, tabs.shown) !== indexOf(known, known.shown)) {
        setNews(t("tabs.moved", { number: indexOf(tabs, tabs.shown) + 1, count }));
      }
    },
    [tabs, t, titles],
  );
  return news;
}
