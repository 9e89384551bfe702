/** In a menu: marks as read, or as unread. */
import { Check, Circle } from "lucide-react";
import { MenuItem } from "react-aria-components";

export function MarkItem({ id, name }: { id: "read" | "unread"; name: string }) {
  const Icon = id === "read" ? Check : Circle;
  return (
    <MenuItem id={id} className="menu-item plain" textValue={name}>
      <Icon className="icon" aria-hidden />
      {name}
    </MenuItem>
  );
}
