/** What can be done with an imported document while it is read: correct its card, put it in the bin. */
import { Ellipsis, PencilLine, Trash2 } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";

interface DocumentMenuProps {
  onCard(): void;
  onRemove(): void;
}

export function DocumentMenu({ onCard, onRemove }: DocumentMenuProps) {
  const { t } = useTranslation();
  return (
    <MenuTrigger>
      <Button className="control" aria-label={t("card.menu")}>
        <Ellipsis className="icon" aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t("card.menu")} onAction={(key) => (key === "card" ? onCard() : onRemove())}>
          <MenuItem id="card" className="menu-item plain" textValue={t("card.edit")}>
            <PencilLine className="icon" aria-hidden />
            {t("card.edit")}
          </MenuItem>
          <MenuItem id="remove" className="menu-item plain" textValue={t("bin.remove")}>
            <Trash2 className="icon" aria-hidden />
            {t("bin.remove")}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
