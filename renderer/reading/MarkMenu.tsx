/** The menu over a line of the shelf, by the mouse's other button or the menu key: marks its document as read or unread. */
import { Menu } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { CalledMenu } from "../frame/CalledMenu.tsx";
import { useLibrary } from "../library.ts";
import { MarkItem } from "./MarkItem.tsx";
import { useReading } from "./readingStore.ts";
import { useMarking } from "./useMarking.ts";

export function MarkMenu() {
  const { t } = useTranslation();
  return (
    <CalledMenu label={t("reading.markMenu")} callOf={callOf}>
      {({ document: id }, close) => <Entries document={id} onClose={close} />}
    </CalledMenu>
  );
}

function callOf(event: MouseEvent): { document: string; x: number; y: number } | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>(".row[data-document]") : null;
  const id = row?.dataset["document"];
  if (!row || id === undefined) return null;
  if (event.button === 2) return { document: id, x: event.clientX, y: event.clientY };
  // The keyboard has no place to point at.
  const { left, top } = row.getBoundingClientRect();
  return { document: id, x: left + 24, y: top + 24 };
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
