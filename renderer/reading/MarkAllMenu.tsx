/** Over a list: marks all that it holds as read or unread. */
import { Ellipsis } from "lucide-react";
import { Menu, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import { MarkItem } from "./MarkItem.tsx";
import { useReadings } from "./readingStore.ts";
import { useMarking } from "./useMarking.ts";

/** `documents` are their ids. */
export function MarkAllMenu({ documents }: { documents: readonly string[] }) {
  const { t } = useTranslation();
  const readings = useReadings();
  const mark = useMarking();
  const idle = [...(documents.every((id) => readings.get(id)?.kind === "read") ? ["read"] : []), ...(documents.some((id) => readings.has(id)) ? [] : ["unread"])];
  return (
    <MenuTrigger>
      <Control icon={Ellipsis} name={t("reading.markMenu")} iconOnly />
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t("reading.markMenu")} disabledKeys={idle} onAction={(key) => mark(documents, key === "read")}>
          <MarkItem id="read" name={t("reading.allRead")} />
          <MarkItem id="unread" name={t("reading.allUnread")} />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
