/** A menu that the mouse's other button, the menu key or Shift+F10 calls up, where it was asked for. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Popover } from "react-aria-components";
import "./calledMenu.css";

/** CSS pixels in the window. */
interface Point {
  x: number;
  y: number;
}

interface CalledMenuProps<Call extends Point> {
  label: string;
  /** What the menu is about and where it stands; null where there is none. Always the same function. */
  callOf(event: MouseEvent): Call | null;
  children(call: Call, close: () => void): ReactNode;
}

export function CalledMenu<Call extends Point>({ label, callOf, children }: CalledMenuProps<Call>) {
  const [call, setCall] = useState<Call | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(
    function hearCalls() {
      const onMenu = (event: MouseEvent): void => {
        const asked = callOf(event);
        if (!asked) return;
        event.preventDefault();
        setCall(asked);
      };
      document.addEventListener("contextmenu", onMenu);
      return () => document.removeEventListener("contextmenu", onMenu);
    },
    [callOf],
  );
  const place = (element: HTMLSpanElement | null): void => {
    anchor.current = element;
    if (!element || !call) return;
    element.style.left = `${call.x}px`;
    element.style.top = `${call.y}px`;
  };
  if (!call) return null;
  const close = (): void => setCall(null);
  return (
    <>
      <span ref={place} className="menu-anchor" />
      <Popover className="popover" triggerRef={anchor} placement="bottom start" offset={2} isOpen onOpenChange={(isOpen) => !isOpen && close()} aria-label={label}>
        {children(call, close)}
      </Popover>
    </>
  );
}
