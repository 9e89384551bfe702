/** Which part of a text is being read: the one at the upper third of what can be seen. */

/** The element among those, in the order of the page; null when the text has not come to the first of them. */
export function partInView(scroller: HTMLElement, parts: Iterable<HTMLElement>): HTMLElement | null {
  const line = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
  let found: HTMLElement | null = null;
  for (const part of parts) if (part.getBoundingClientRect().top <= line) found = part;
  return found;
}
