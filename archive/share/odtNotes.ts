/** The notes that stand at the end of a clean hypertext, by the id that calls them: a word processor has each where it is called. */
import type { Element, ElementContent } from "hast";

export interface NoteText {
  /** Its number. */
  label: string;
  blocks: ElementContent[];
}

export function noteTexts(blocks: readonly ElementContent[]): ReadonlyMap<string, NoteText> {
  const notes = new Map<string, NoteText>();
  const visit = (node: ElementContent, isNotes: boolean): void => {
    if (node.type !== "element") return;
    const isInNotes = isNotes || node.properties["dataFootnotes"] !== undefined;
    if (isInNotes && isNote(node)) notes.set(String(node.properties["id"]), { label: String(notes.size + 1), blocks: node.children });
    else node.children.forEach((child) => visit(child, isInNotes));
  };
  blocks.forEach((block) => visit(block, false));
  return notes;
}

function isNote({ tagName, properties }: Element): boolean {
  return tagName === "li" && /-fn-/.test(String(properties["id"] ?? ""));
}
