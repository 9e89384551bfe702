/**
 * Keeps a note while it is written: at most a part of a second after each change, one state after the other. What cannot be kept stays here, is said, and
 * can be tried again; what was changed elsewhere meanwhile is never written over unasked.
 */
import type { Failure } from "../../archive/model.ts";
import type { Note } from "../../archive/note.ts";
import { freshNote, keepNote } from "./noteStore.ts";

export type Writing = Pick<Note, "colour" | "text" | "tags">;

export type SavingState = { state: "kept" | "keeping" } | { state: "changed" } | { state: "failed"; failure: Failure };

/** Milliseconds from a change to its keeping: well within the second that may be lost with the power. */
const patience = 400;

export class NoteSaver {
  readonly id: string;
  #known: Note;
  #writing: Writing;
  #state: SavingState = { state: "kept" };
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isBusy = false;
  readonly #listeners = new Set<() => void>();

  constructor(note: Note) {
    this.id = note.id;
    this.#known = note;
    this.#writing = writingOf(note);
  }

  get writing(): Writing {
    return this.#writing;
  }

  get state(): SavingState {
    return this.#state;
  }

  get note(): Note {
    return this.#known;
  }

  /** Calls back when the state or the text changes; gives the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  change(part: Partial<Writing>): void {
    this.#writing = { ...this.#writing, ...part };
    if (this.#state.state !== "changed") this.#tell({ state: "keeping" });
    this.#timer ??= setTimeout(() => void this.flush(), patience);
  }

  /** Keeps what is not kept yet, at once. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#isBusy || this.#state.state === "changed") return;
    if (this.#known.revision > 0 && isSame(this.#writing, writingOf(this.#known))) return this.#tell({ state: "kept" });
    this.#isBusy = true;
    const { id, revision, target } = this.#known;
    const answer = await keepNote({ id, revision, target, ...this.#writing });
    this.#isBusy = false;
    if (!answer.ok) return this.#tell(answer.failure.code === "item-changed" ? { state: "changed" } : { state: "failed", failure: answer.failure });
    this.#known = answer.value;
    if (isSame(this.#writing, writingOf(this.#known))) return this.#tell({ state: "kept" });
    this.#timer ??= setTimeout(() => void this.flush(), patience);
  }

  /** Of a note that was changed elsewhere: keeps this text in place of the other, or takes that one. */
  async settle(whose: "mine" | "other"): Promise<void> {
    const other = await freshNote(this.id);
    this.#known = other ?? { ...this.#known, revision: 0 };
    this.#state = { state: "keeping" };
    if (whose === "other" && other) this.#writing = writingOf(other);
    if (isSame(this.#writing, writingOf(this.#known)) && other) return this.#tell({ state: "kept" });
    await this.flush();
  }

  #tell(state: SavingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function writingOf({ colour, text, tags }: Note): Writing {
  return { colour, text, tags };
}

function isSame(one: Writing, other: Writing): boolean {
  return one.colour === other.colour && one.text === other.text && one.tags.join("\n") === other.tags.join("\n");
}

/** Of the notes that are open, or could not be kept yet. */
const savers = new Map<string, NoteSaver>();

export function saverOf(note: Note): NoteSaver {
  const known = savers.get(note.id);
  if (known && (known.state.state !== "kept" || known.note.revision >= note.revision)) return known;
  const saver = new NoteSaver(note);
  savers.set(note.id, saver);
  return saver;
}

/** To be called when a note is gone, on purpose. */
export function forgetSaver(id: string): void {
  savers.delete(id);
}

/** As the window closes: what was typed last is sent on its way. */
export function flushSavers(): void {
  for (const saver of savers.values()) void saver.flush();
}
