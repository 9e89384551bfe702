/** The menu over a line of the shelf, by the mouse's other button or the menu key: marks its document as read or unread. */
import { useEffect, useRef, useState } from "react";
import { Menu, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useLibrary } from "../library.ts";
import "../linking/linking.css";
import { MarkItem } from "./MarkItem.tsx";
import { useReading } from "./readingStore.ts";
import { useMarking } from "./useMarking.ts";

interface Call {
  document: string;
  /** CSS pixels in the window. */
  x: number;
  y: number;
}

export function MarkMenu() {
  const { t } = useTranslation();
  const [call, setCall] = useState<Call | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(function hearCalls() {
    const onMenu = (event: MouseEvent): void => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>(".row[data-document]") : null;
      const id = row?.dataset["document"];
      if (!row || id === undefined) return;
      event.preventDefault();
      // The keyboard has no place to point at.
      const { left, top } = row.getBoundingClientRect();
      setCall(event.button === 2 ? { document: id, x: event.clientX, y: event.clientY } : { document: id, x: left + 24, y: top + 24 });
    };
    document.addEventListener("contextmenu", onMenu);
    return () => document.removeEventListener("contextmenu", onMenu);
  }, []);
  const place = (element: HTMLSpanElement | null): void => {
    anchor.current = element;
    if (!element || !call) return;
    element.style.left = `${call.x}px`;
    element.style.top = `${call.y}px`;
  };
  if (!call) return null;
  return (
    <>
      <span ref={place} className="menu-anchor" />
      <Popover className="popover" triggerRef={anchor} placement="bottom start" offset={2} isOpen onOpenChange={(isOpen) => !isOpen && setCall(null)} aria-label={t("reading.markMenu")}>
        <Entries document={call.document} onClose={() => setCall(null)} />
      </Popover>
    </>
  );
}

function Entries({ document: id, onClose }: { document: string; onClose(): void }) {
  const { t } = useTranslation();
  const isLetter = useLibrary().document(id)?.kind !== "report";
  const reading = useReading(id);
  const mark = useMarking();
  const choose = (key: unknown): void => {
    onClose();
    mark([id], key === "read");
  };
  return (
    // What was asked for takes the focus, as a menu does.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <Menu className="menu" aria-label={t("reading.markMenu")} autoFocus="first" onAction={choose}>
      {reading?.kind !== "read" && <MarkItem id="read" name={isLetter ? t("reading.markRead") : t("reading.markReportRead")} />}
      {reading && <MarkItem id="unread" name={isLetter ? t("reading.markUnread") : t("reading.markReportUnread")} />}
    </Menu>
  );
}
