/** What is copied from a text is what is stored, whatever way it is shown. */
import { storedRange } from "../../archive/text/shownText.ts";
import { shownIn } from "./shownTexts.ts";

/** Has every copy of the window checked; gives the way to stop. */
export function copyAsStored(): () => void {
  document.addEventListener("copy", onCopy);
  return () => document.removeEventListener("copy", onCopy);
}

function onCopy(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData || isField(event.target)) return;
  const range = selection.getRangeAt(0);
  const texts = shownTextsIn(range);
  if (!texts.some((node) => shownIn(node))) return;
  const copy = storedCopy(range, texts);
  event.clipboardData.setData("text/plain", copy.text);
  event.clipboardData.setData("text/html", copy.html);
  event.preventDefault();
}

/** What is stored of what a range shows. */
export function shownTextOf(range: Range): string {
  return storedCopy(range, shownTextsIn(range)).text;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** The text nodes that a range touches, in reading order. */
function shownTextsIn(range: Range): Text[] {
  const root = range.commonAncestorContainer;
  if (root instanceof Text) return [root];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (range.intersectsNode(walker.currentNode)) texts.push(walker.currentNode as Text);
  return texts;
}

function storedCopy(range: Range, texts: readonly Text[]): { text: string; html: string } {
  const holder = document.createElement("div");
  holder.append(range.cloneContents());
  const copies = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  for (const node of texts) {
    const copy = copies.nextNode();
    const shown = shownIn(node);
    if (!copy || !shown) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    (copy as Text).data = shown.stored.slice(...storedRange(shown, from, to));
  }
  return { text: plainText(holder), html: holder.innerHTML };
}

/** As the browser would write it: blocks on lines of their own, which only a rendered element tells. */
function plainText(holder: HTMLElement): string {
  holder.className = "copied";
  document.body.append(holder);
  const text = holder.innerText;
  holder.remove();
  return text;
}
