/**
 * Copying from the pages, by Ctrl+C and by Ctrl+A then Ctrl+C. Comes before all that pdf.js listens to, so that only what is given here
 * reaches the clipboard. Gives the way to stop.
 */
import { selectedText } from "./selectedText.ts";

/** `copyAll` is asked when all of the report was selected: more of it than is drawn. */
export function followCopy(container: HTMLElement, copyAll: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let isAll = false;
  const selectAll = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "a" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const pages = container.querySelector(".pdfViewer");
    if (pages) document.getSelection()?.selectAllChildren(pages);
    // Once the selection has told that it changed.
    setTimeout(() => (isAll = true));
  };
  const copy = (event: ClipboardEvent): void => {
    if (event.target instanceof Element && event.target.closest("input, textarea")) return;
    const text = selectedText(container);
    if (text === "" && !isAll) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isAll) copyAll();
    else event.clipboardData?.setData("text/plain", text);
  };
  container.addEventListener("keydown", selectAll, { signal });
  document.addEventListener("selectionchange", () => (isAll = false), { signal });
  document.addEventListener("copy", copy, { signal, capture: true });
  return () => ending.abort();
}
