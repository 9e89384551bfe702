/** A quiet button: an icon with a name told on hover and to screen readers, or an icon and a text. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button, type ButtonProps } from "react-aria-components";
import { Tip } from "./Tip.tsx";

export interface ControlProps extends Omit<ButtonProps, "children" | "className"> {
  icon?: LucideIcon;
  /** The name; shown as text unless `iconOnly`. */
  name: string;
  iconOnly?: boolean;
  look?: "outlined" | "primary";
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Control({ icon: Icon, name, iconOnly = false, look, children, ...button }: ControlProps) {
  const content = (
    <Button {...button} className={`control ${look ?? ""}`} {...(iconOnly && { "aria-label": name })}>
      {Icon && <Icon className="icon" aria-hidden />}
      {!iconOnly && <span>{name}</span>}
      {children}
    </Button>
  );
  if (!iconOnly) return content;
  return (
    <Tip name={name} delay={500}>
      {content}
    </Tip>
  );
}
