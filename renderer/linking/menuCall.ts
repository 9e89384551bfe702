/** A menu that is asked for over a letter's text: where, and about what. The keyboard has no place to point at: then it is the selection, the focus, or the first paragraph in view. */
import { shownTextOf } from "../comfort/copyAsStored.ts";
import { bodyParagraphs, type Passage, passageAt } from "./passage.ts";

export interface MenuCall {
  /** In CSS pixels of the window. */
  x: number;
  y: number;
  passage: Passage;
  /** What is selected there, as it is stored. */
  selected: { text: string; copy(): void } | null;
  /** The address of the link there. */
  href: string | null;
}

/** Characters of a selection that are searched for. */
const longestSearch = 200;

/** Null outside of a letter's text. */
export function menuCallOf(event: MouseEvent): MenuCall | null {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest("input, textarea, [role='dialog'], [role='menu']")) return null;
  const isByKey = event.button !== 2;
  const range = selectedRange();
  const node = isByKey ? nodeForKey(target, range) : target;
  const passage = node && passageAt(node);
  if (!node || !passage) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const box = isByKey ? (range ?? element)?.getBoundingClientRect() : null;
  const isAtSelection = range !== null && passageAt(range.startContainer)?.letter === passage.letter;
  return {
    x: box ? Math.max(box.left, 8) : event.clientX,
    y: box ? Math.min(Math.max(box.top, 8) + 24, window.innerHeight - 8) : event.clientY,
    passage,
    selected: isAtSelection ? selectionOf(range) : null,
    href: element?.closest("a[href]")?.getAttribute("href") ?? null,
  };
}

function selectedRange(): Range | null {
  const selection = document.getSelection();
  return selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

function selectionOf(range: Range): MenuCall["selected"] {
  const text = shownTextOf(range).replace(/\s+/g, " ").trim().slice(0, longestSearch);
  if (text === "") return null;
  return {
    text,
    copy() {
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
      document.execCommand("copy");
    },
  };
}

function nodeForKey(target: Element, range: Range | null): Node | null {
  if (range && passageAt(range.startContainer)) return range.startContainer;
  if (target.closest("h1, h2, .prose") && passageAt(target) && isInView(target)) return target;
  if (!target.closest(".sheet") && target !== document.body) return null;
  const scroller = Array.from(document.querySelectorAll(".sheet-scroller")).find((each) => each.querySelector("[data-letter]"));
  const top = scroller?.getBoundingClientRect().top ?? 0;
  const sections = Array.from(scroller?.querySelectorAll<HTMLElement>("[data-section]") ?? []);
  return sections.flatMap(bodyParagraphs).find((paragraph) => paragraph.getBoundingClientRect().top >= top) ?? sections.at(-1) ?? null;
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const scroller = element.closest(".sheet-scroller")?.getBoundingClientRect();
  return scroller !== undefined && bottom > scroller.top && top < scroller.bottom;
}
