/** Which part of a text is being read: the one at the upper third of what can be seen. */

/** The element among those, in the order of the page; null when the text has not come to the first of them. */
export function partInView(scroller: HTMLElement, parts: Iterable<HTMLElement>): HTMLElement | null {
  const line = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
  let found: HTMLElement | null = null;
  for (const part of parts) if (part.getBoundingClientRect().top <= line) found = part;
  return found;
}

/** What scrolls in the sheet and the parts of the text in it, in order: what stands before the first section is one. Null where no text is read. */
export function partsInSheet(): { scroller: HTMLElement; parts: HTMLElement[] } | null {
  const scroller = document.querySelector<HTMLElement>(".sheet .sheet-scroller");
  return scroller && { scroller, parts: [...scroller.querySelectorAll<HTMLElement>(".annotated[data-section], section.section")] };
}
