/** Notes as a text to be read on paper or pasted elsewhere (CommonMark): by document and section, the words, and under them what was written about them. */
import type { RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Note, NoteColour } from "../note.ts";

export interface NotesSaying {
  /** The title of the whole. */
  title: string;
  colours: Record<NoteColour, string>;
  /** "Étiquettes : a, b". */
  tags(tags: readonly string[]): string;
  /** Where a note's words are: the title of its section, or the page. */
  place(note: Note): string;
}

/** The notes in the order in which they are to stand, those of a document together. */
export function notesMarkdown(notes: readonly Note[], saying: NotesSaying): string {
  const children: RootContent[] = [heading(1, saying.title)];
  let document = "";
  let place = "";
  for (const note of notes) {
    const where = saying.place(note);
    if (note.target.document !== document) children.push(heading(2, note.source.title || note.target.document));
    if (where !== "" && (note.target.document !== document || where !== place)) children.push(heading(3, where));
    [document, place] = [note.target.document, where];
    children.push(...blocksOf(note, saying));
  }
  return toMarkdown({ type: "root", children }, { bullet: "-", emphasis: "_" });
}

function blocksOf({ target, text, tags, colour }: Note, { colours, tags: sayTags }: NotesSaying): RootContent[] {
  const quoted = paragraphs(target.quote.exact);
  const sort: RootContent = { type: "paragraph", children: [{ type: "emphasis", children: [{ type: "text", value: [colours[colour], ...(tags.length > 0 ? [sayTags(tags)] : [])].join(" · ") }] }] };
  return [{ type: "blockquote", children: quoted }, ...paragraphs(text), sort];
}

function paragraphs(text: string): { type: "paragraph"; children: [{ type: "text"; value: string }] }[] {
  return text.split(/\n+/).filter((line) => line.trim() !== "").map((value) => ({ type: "paragraph", children: [{ type: "text", value }] }));
}

function heading(depth: 1 | 2 | 3, value: string): RootContent {
  return { type: "heading", depth, children: [{ type: "text", value }] };
}
