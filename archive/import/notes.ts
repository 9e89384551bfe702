/** What an import takes away, mends or doubts, gathered while one letter is read: each note once, its detail cut, no kind drowning the others. */
import type { ImportNote, NoteCode } from "../draft.ts";

const maxDetail = 200;
/** Of one kind; what a person would not read to the end is not kept. */
const maxPerCode = 100;

export class Notes {
  readonly #notes = new Map<string, ImportNote>();
  readonly #counts = new Map<NoteCode, number>();

  /** White space in `detail` becomes single spaces; invisible padding goes. */
  add(code: NoteCode, detail = ""): void {
    const shown = cut(tidy(detail));
    const key = `${code}\n${shown}`;
    const count = this.#counts.get(code) ?? 0;
    if (this.#notes.has(key) || count >= maxPerCode) return;
    this.#notes.set(key, { code, detail: shown });
    this.#counts.set(code, count + 1);
  }

  /** A note gives way to one that says more of the same thing. */
  forget(code: NoteCode, detail: string): void {
    if (this.#notes.delete(`${code}\n${cut(tidy(detail))}`)) this.#counts.set(code, (this.#counts.get(code) ?? 1) - 1);
  }

  list(): ImportNote[] {
    return [...this.#notes.values()];
  }
}

/** Longer texts are cut before they are searched: a note never needs more. */
function tidy(detail: string): string {
  return detail
    .slice(0, maxDetail * 10)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

function cut(text: string): string {
  if (text.length <= maxDetail) return text;
  // Not between the halves of a character beyond the first 65,536.
  return `${text.slice(0, maxDetail - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
