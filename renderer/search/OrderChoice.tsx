/** By relevance or by date. */
import { Check, ChevronDown } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { SearchOrder } from "../../archive/model.ts";

interface OrderChoiceProps {
  order: SearchOrder;
  onOrder(order: SearchOrder): void;
}

export function OrderChoice({ order, onOrder }: OrderChoiceProps) {
  const { t } = useTranslation();
  const names = { relevance: t("search.byRelevance"), date: t("search.byDate") };
  return (
    <MenuTrigger>
      <Button className="order" aria-label={t("search.named", { name: t("search.order"), value: names[order] })}>
        {names[order]}
        <ChevronDown className="icon" aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t("search.order")}
          selectionMode="single"
          selectedKeys={[order]}
          onAction={(key) => onOrder(key === "date" ? "date" : "relevance")}
        >
          {Object.entries(names).map(([key, name]) => (
            <MenuItem key={key} id={key} textValue={name} className="menu-item">
              <Check className="icon" aria-hidden />
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
