/** Which text nodes show something else than what is stored, and what is stored: for marks, for copying, for the voice. */
import type { ShownText } from "../../archive/text/shownText.ts";

const texts = new WeakMap<Element, ShownText>();

/** Notes what the one text node inside an element stands for. */
export function noteShown(element: Element, shown: ShownText): void {
  texts.set(element, shown);
}

/** What a text node stands for; undefined when it shows what is stored. */
export function shownIn(node: Text): ShownText | undefined {
  const shown = node.parentElement && texts.get(node.parentElement);
  return shown?.text === node.data ? shown : undefined;
}
