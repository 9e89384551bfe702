/**
 * Where notices stand: at the foot of the window, or in the first other place where they lie neither over nor under a menu, a note or another popover that
 * is open. A dialog over the whole window stands above the room that they take (`--notices-room`), as does the end of what is read.
 */

const places = ["bottom", "bottom left", "bottom right", "top", "top left", "top right"] as const;

const popovers = ".popover, .selection-tools";

/** CSS pixels between the notices and what stands beside them. */
const gap = 12;

/** As narrow as they may become beside a popover, in CSS pixels. */
const leastWidth = 240;

/** Keeps them in their place until the function that it gives is called. */
export function placeNotices(region: HTMLElement): () => void {
  let asked = 0;
  const place = (): void => {
    asked = 0;
    const open = [...document.querySelectorAll(popovers)].map((each) => each.getBoundingClientRect());
    /** Room from an edge of the window to the nearest popover. */
    const roomAt = (where: string): number => {
      if (where.endsWith("left")) return Math.min(...open.map((each) => each.left));
      return where.endsWith("right") ? window.innerWidth - Math.max(...open.map((each) => each.right)) : window.innerWidth;
    };
    const isFree = (where: string): boolean => {
      region.dataset["place"] = where;
      region.style.setProperty("--most", `${Math.max(leastWidth, roomAt(where) - 16 - gap)}px`);
      const own = region.getBoundingClientRect();
      return !open.some((other) => own.left < other.right && other.left < own.right && own.top < other.bottom && other.top < own.bottom);
    };
    if (!places.some(isFree)) isFree(places[0]);
    const { top } = region.getBoundingClientRect();
    const isBelow = region.dataset["place"]?.startsWith("bottom");
    document.documentElement.style.setProperty("--notices-room", `${isBelow ? Math.ceil(window.innerHeight - top) + gap : gap}px`);
  };
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(place);
  };
  place();
  const sizes = new ResizeObserver(ask);
  sizes.observe(region);
  // Popovers are put beside the window's own part of the page, and moved by their style.
  const changes = new MutationObserver(ask);
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["style"] });
  window.addEventListener("resize", ask);
  return () => {
    cancelAnimationFrame(asked);
    sizes.disconnect();
    changes.disconnect();
    window.removeEventListener("resize", ask);
    document.documentElement.style.removeProperty("--notices-room");
  };
}
