/** Notes as a text to be read on paper or pasted elsewhere (CommonMark): by document and section, the words, and under them what was written about them. */
import type { RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Note } from "../note.ts";
import type { NoteColour } from "../noteColours.ts";

export interface NotesSaying {
  /** The title of the whole. */
  title: string;
  colours: Record<NoteColour, string>;
  /** "Étiquettes : a, b". */
  tags(tags: readonly string[]): string;
  /** Where a note's words are: the title of its section, or the page. */
  place(note: Note): string;
}

/** Notes in the order given, but for those of a document, and of a section, which stand together. */
export function notesMarkdown(notes: readonly Note[], saying: NotesSaying): string {
  const children: RootContent[] = [heading(1, saying.title)];
  for (const ofDocument of grouped(notes, ({ target }) => target.document)) {
    const [first] = ofDocument;
    children.push(heading(2, first?.source.title || (first?.target.document ?? "")));
    for (const ofPlace of grouped(ofDocument, saying.place)) {
      const place = ofPlace[0] ? saying.place(ofPlace[0]) : "";
      children.push(...(place === "" ? [] : [heading(3, place)]), ...ofPlace.flatMap((note) => blocksOf(note, saying)));
    }
  }
  return toMarkdown({ type: "root", children }, { bullet: "-", emphasis: "_" });
}

function grouped(notes: readonly Note[], by: (note: Note) => string): Note[][] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) groups.set(by(note), [...(groups.get(by(note)) ?? []), note]);
  return [...groups.values()];
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
