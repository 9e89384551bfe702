/** Puts a quotation on the clipboard as text and with its looks at once: who pastes takes what it can. Electron's clipboard took another form with time; both are known here. */
import { clipboard, ClipboardItem } from "electron";
import type { CopiedQuote } from "./notesContract.ts";

type FormerWrite = (data: { text: string; html?: string }) => void;

export async function copyQuote({ text, html }: CopiedQuote): Promise<void> {
  if ((ClipboardItem as typeof ClipboardItem | undefined) === undefined) {
    (clipboard.write as unknown as FormerWrite)(html === "" ? { text } : { text, html });
    return;
  }
  await clipboard.write([new ClipboardItem({ "text/plain": text, ...(html !== "" && { "text/html": html }) })]);
}
