/**
 * What a person marked and wrote, one file for each (`store/itemFiles.ts`), with the place where each note's words stand now. A note is never changed or dropped by itself: not when its
 * document is imported anew, corrected or removed. Notes are found like passages, beside the document they speak of.
 */
import type { Holdings } from "../holdings.ts";
import { openingId } from "../letterSection.ts";
import { type Answer, type DocumentHead, fail, type Failure, type Passage, succeed } from "../model.ts";
import { Note, type NoteDraft, type PlacedNote } from "../note.ts";
import { notePassageId } from "../notePassage.ts";
import { GrowingPassages } from "../search/growingPassages.ts";
import { type ItemFiles, openItemFiles } from "../store/itemFiles.ts";
import { notesFolder } from "../store/layout.ts";
import { anchorPassages, placeIn } from "./placing.ts";
import { type ReceivedNotes, receiveNotes } from "./receiveNotes.ts";

export interface NoteShelf {
  /** Every note with its place, latest change first. */
  all(): PlacedNote[];
  /**
   * Keeps a note as it is told, made from the state that its revision tells (0: there is none yet); gives it with its new one. Fails with `item-changed` when it was changed meanwhile,
   * with `unknown-document` when it is new and its document is not there, or with why it cannot be written.
   */
  keep(draft: NoteDraft): Promise<Answer<Note>>;
  /** Takes in notes from elsewhere; tells what came of them, and of how many the document is not here. Fails when one cannot be written. */
  receive(notes: readonly Note[]): Promise<Answer<ReceivedNotes & { homeless: number }>>;
  /** Fails as `keep` does, or with `unknown-item`. What was removed can be kept again, with revision 0. */
  remove(id: string, revision: number): Promise<Answer<null>>;
  /** Takes in what other processes wrote. */
  refresh(): Promise<void>;
  /** Notices it by itself from now on, where the system tells. */
  watch(onChange: () => void): void;
}

/** Of the files of notes. */
const format = 1;

/** Damage is added to `troubles`, now and later. */
export async function openNotes(library: string, holdings: Holdings, troubles: Failure[]): Promise<NoteShelf> {
  const files = await openItemFiles({ library, folder: notesFolder, schema: Note, format }, troubles);
  const index = new NoteIndex(files, holdings);
  const places = new NotePlaces(files, holdings);
  holdings.addWritten("note", () => index.caughtUp());
  holdings.nameNoted((document) => index.remembered(document));
  /** For the undoing of a removal. */
  const removed = new Map<string, Note>();

  /** Has a change found, and what was found wrong with a file told. */
  async function follow<Value>(document: string | undefined, change: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
    const before = troubles.length;
    const answer = await change();
    if (document !== undefined) {
      index.forget(document);
      places.forget(document);
    }
    if (troubles.length > before) holdings.tell();
    return answer;
  }

  return {
    all: () => places.all().toSorted((one, other) => (one.note.changedAt < other.note.changedAt ? 1 : -1)),
    keep(draft) {
      const { target } = draft;
      const before = files.get(draft.id) ?? removed.get(draft.id);
      const head = holdings.document(target.document);
      if (!before && !head) return Promise.resolve(fail("unknown-document", { subject: target.document }));
      const now = new Date().toISOString();
      const source = before?.source ?? { title: head?.title ?? "", heading: headingOf(head, target.passage) };
      return follow(target.document, () => files.keep({ ...draft, source, createdAt: before?.createdAt ?? now, changedAt: now }));
    },
    async receive(notes) {
      const done = await receiveNotes(files, notes);
      const documents = new Set(notes.map(({ target }) => target.document));
      for (const document of documents) {
        index.forget(document);
        places.forget(document);
      }
      return done.ok ? succeed({ ...done.value, homeless: notes.filter(({ target }) => !holdings.holds(target.document)).length }) : done;
    },
    async remove(id, revision) {
      const note = files.get(id);
      const answer = await follow(note?.target.document, () => files.remove(id, revision));
      if (answer.ok && note) removed.set(id, note);
      return answer.ok ? succeed(null) : answer;
    },
    async refresh() {
      await files.refresh();
    },
    watch(onChange) {
      files.watch(() => {
        // Of some notes it is not known any more which document they spoke of.
        index.forgetAll();
        places.forgetAll();
        onChange();
      });
    },
  };
}

function byDocument(files: ItemFiles<Note>): Map<string, Note[]> {
  const groups = new Map<string, Note[]>();
  for (const note of files.all()) {
    const group = groups.get(note.target.document);
    if (group) group.push(note);
    else groups.set(note.target.document, [note]);
  }
  return groups;
}

/** Notes as passages, put in again when they change, or their document does. */
class NoteIndex {
  readonly #files: ItemFiles<Note>;
  readonly #holdings: Holdings;
  readonly #growing = new GrowingPassages();
  readonly #indexed = new Map<string, DocumentHead>();
  /** Of documents that are no longer here. */
  readonly #remembered = new Map<string, DocumentHead>();

  constructor(files: ItemFiles<Note>, holdings: Holdings) {
    this.#files = files;
    this.#holdings = holdings;
  }

  forget(document: string): void {
    this.#indexed.delete(document);
    this.#remembered.delete(document);
    this.#growing.remove(document);
  }

  /** Undefined for a document that is here, or has no notes. */
  remembered(document: string): DocumentHead | undefined {
    return this.#remembered.get(document);
  }

  forgetAll(): void {
    for (const document of this.#indexed.keys()) this.forget(document);
  }

  caughtUp(): GrowingPassages {
    for (const [document, notes] of byDocument(this.#files)) {
      const here = this.#holdings.document(document);
      const known = this.#indexed.get(document);
      if (known && known === (here ?? this.#remembered.get(document))) continue;
      this.forget(document);
      const head = here ?? rememberedHead(notes);
      if (!here) this.#remembered.set(document, head);
      this.#growing.put(head, notes.map((note) => passageOf(note, head)));
      this.#indexed.set(document, head);
    }
    return this.#growing;
  }
}

/** A document that is no longer here, as its notes remember it: by its title alone. */
function rememberedHead([note]: readonly Note[]): DocumentHead {
  const { document, passage } = note?.target ?? { document: "", passage: "" };
  const head = { id: document, collection: document.split("/")[0] ?? "", title: note?.source.title || document, date: null, authors: [] };
  return pageOf(passage) === null ? { kind: "letter", ...head, sections: [] } : { kind: "report", ...head, subtitle: "", description: "", pageLabels: [""], outline: [] };
}

/** What a person wrote comes first, then the words it is about. */
function passageOf(note: Note, head: DocumentHead): Passage {
  const { target, text, tags } = note;
  const heading = headingOf(head, target.passage) || note.source.heading;
  return {
    id: notePassageId(note),
    document: target.document,
    kind: "note",
    heading,
    rubric: null,
    page: pageOf(target.passage),
    text: [text, tags.join(", "), target.quote.exact].filter((part) => part !== "").join("\n"),
  };
}

function pageOf(passage: string): number | null {
  const page = /#p(\d+)$/.exec(passage)?.[1];
  return page === undefined ? null : Number(page);
}

/** The title of a section, the printed label of a page; empty when the document has no such part. */
function headingOf(head: DocumentHead | undefined, passage: string): string {
  const part = passage.slice(passage.indexOf("#") + 1);
  if (head?.kind === "report") return head.pageLabels[(pageOf(passage) ?? 0) - 1] ?? "";
  if (part === openingId) return head?.title ?? "";
  return head?.sections.find(({ id }) => id === part)?.title ?? "";
}

/** Where notes' words are, found anew when a document is another one than before. */
class NotePlaces {
  readonly #files: ItemFiles<Note>;
  readonly #holdings: Holdings;
  readonly #placed = new Map<string, { state: unknown; notes: PlacedNote[] }>();

  constructor(files: ItemFiles<Note>, holdings: Holdings) {
    this.#files = files;
    this.#holdings = holdings;
  }

  forget(document: string): void {
    this.#placed.delete(document);
  }

  forgetAll(): void {
    this.#placed.clear();
  }

  all(): PlacedNote[] {
    return Array.from(byDocument(this.#files), ([document, notes]) => this.#of(document, notes)).flat();
  }

  #of(document: string, notes: readonly Note[]): PlacedNote[] {
    const state = this.#holdings.held(document);
    const known = this.#placed.get(document);
    if (known && known.state === state) return known.notes;
    const passages = anchorPassages(this.#holdings, document);
    const placed = notes.map((note) => ({ note, place: placeIn(passages, note.target) }));
    this.#placed.set(document, { state, notes: placed });
    return placed;
  }
}
