/** Keys on the pages: turning them when one is seen at a time. Gives the way to stop. */
import type { PageDesk } from "./PageDesk.ts";

export function followKeys(container: HTMLElement, desk: PageDesk): () => void {
  const press = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey ? null : turnKey(event, container, desk);
    if (!act) return;
    event.preventDefault();
    act();
  };
  container.addEventListener("keydown", press);
  return () => container.removeEventListener("keydown", press);
}

function turnKey({ key, altKey, shiftKey, target }: KeyboardEvent, container: HTMLElement, desk: PageDesk): (() => void) | null {
  if (altKey || (target instanceof Element && target.closest("a, button, input"))) return null;
  if (key === "Home") return () => desk.turnTo(1);
  if (key === "End") return () => desk.turnTo(desk.pdf.numPages);
  const isSideways = container.scrollWidth > container.clientWidth;
  if (key === "ArrowRight" && !isSideways) return () => void desk.turn(1);
  if (key === "ArrowLeft" && !isSideways) return () => void desk.turn(-1);
  if (desk.layout !== "single") return null;
  const isDown = key === "PageDown" || key === "ArrowDown" || (key === " " && !shiftKey);
  const isUp = key === "PageUp" || key === "ArrowUp" || (key === " " && shiftKey);
  if (isDown && container.scrollTop + container.clientHeight >= container.scrollHeight - margin) return () => void desk.turn(1);
  if (isUp && container.scrollTop <= margin) return () => turnBack(container, desk);
  return null;
}

/** CSS pixels around a page: what is left to scroll of a page seen whole. */
const margin = 24;

/** The page before is read on from its end. */
function turnBack(container: HTMLElement, desk: PageDesk): void {
  if (desk.turn(-1)) container.scrollTop = container.scrollHeight;
}
