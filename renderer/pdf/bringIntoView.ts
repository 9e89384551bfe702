/** Scrolls a mark to where the eye begins to read: about a third from the top. */
export function bringIntoView(mark: Range, page: HTMLElement, container: HTMLElement): void {
  const box = mark.getBoundingClientRect();
  const frame = container.getBoundingClientRect();
  const third = box.top - frame.top - container.clientHeight / 3;
  // Not above the page that the mark is on, so that it stays the current one.
  const pageTop = page.getBoundingClientRect().top - frame.top;
  const top = container.scrollTop + Math.max(third, pageTop);
  const isAside = box.left < frame.left || box.right > frame.left + container.clientWidth;
  const left = isAside ? container.scrollLeft + box.left - frame.left - container.clientWidth / 3 : container.scrollLeft;
  container.scrollTo({ top, left, behavior: "instant" });
}
