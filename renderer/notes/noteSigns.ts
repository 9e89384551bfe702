/**
 * The signs beside what the person marked: one for each note, beside its first line, reached by Tab in the order of reading. Made without React: pages of
 * reports are pdf.js' own elements.
 */
import type { Note } from "../../archive/note.ts";
import type { PaintedNote, ShownPart } from "./shownParts.ts";

export interface SignWords {
  /** What a sign is called. */
  nameOf(note: Note): string;
  open(id: string, sign: HTMLElement): void;
}

/** Signs of notes that begin on one line stand one under the other, in CSS pixels. */
const apart = 30;

export function placeSigns({ signs, element, isPage }: ShownPart, notes: readonly PaintedNote[], { nameOf, open }: SignWords): void {
  const known = new Map(signsIn(signs).map((sign) => [sign.dataset["note"], sign]));
  const ground = (isPage ? signs : element).getBoundingClientRect();
  const inOrder = notes
    .map((note) => ({ note, top: (note.ranges[0]?.getBoundingClientRect().top ?? ground.top) - ground.top }))
    .toSorted((a, b) => a.top - b.top);
  let free = 0;
  const placed = inOrder.map(({ note: { placed: { note } }, top }) => {
    const sign = known.get(note.id) ?? newSign(note.id, open);
    const at = Math.max(top, free);
    free = at + apart;
    sign.className = `note-sign ${note.colour} ${note.text === "" ? "bare" : "written"}`;
    // Pages grow and shrink with their size.
    sign.style.top = isPage ? `${(at / ground.height) * 100}%` : `${Math.round(at)}px`;
    // Pages are light whatever the theme.
    if (isPage) sign.dataset["theme"] = "light";
    sign.ariaLabel = nameOf(note);
    sign.title = nameOf(note);
    return sign;
  });
  const before = signsIn(signs);
  // To put one in again takes the focus from it.
  if (placed.length === before.length && placed.every((sign, index) => sign === before[index])) return;
  for (const sign of before) if (!placed.includes(sign)) sign.remove();
  for (const sign of placed) signs.append(sign);
}

export function removeSigns({ signs }: ShownPart): void {
  for (const sign of signsIn(signs)) sign.remove();
}

function signsIn(signs: HTMLElement): HTMLElement[] {
  return [...signs.querySelectorAll<HTMLElement>(":scope > .note-sign")];
}

function newSign(id: string, open: SignWords["open"]): HTMLElement {
  const sign = document.createElement("button");
  sign.type = "button";
  sign.dataset["note"] = id;
  sign.addEventListener("click", () => open(id, sign));
  return sign;
}
