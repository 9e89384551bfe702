/**
 * The name of a button that shows none, told on hover and on focus. Escape takes it away (WCAG 2.2, 1.4.13) and still does what it does without it:
 * by itself React Aria's tooltip keeps that Escape, and a dialog, a search or a menu would want a second one.
 */
import { type ReactElement, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { Tooltip, TooltipTrigger } from "react-aria-components";

interface TipProps {
  name: string;
  /** Milliseconds of hovering before it shows. */
  delay: number;
  /** The button. */
  children: ReactElement;
}

export function Tip({ name, delay, children }: TipProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(
    function goByEscape() {
      if (!isOpen) return;
      const onKey = ({ key }: KeyboardEvent): void => {
        // At once: then the tooltip has ceased to listen before the key comes to it.
        if (key === "Escape") flushSync(() => setOpen(false));
      };
      // The window is the first to hear of a key.
      window.addEventListener("keydown", onKey, { capture: true });
      return () => window.removeEventListener("keydown", onKey, { capture: true });
    },
    [isOpen],
  );
  return (
    <TooltipTrigger delay={delay} isOpen={isOpen} onOpenChange={setOpen}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {name}
      </Tooltip>
    </TooltipTrigger>
  );
}
