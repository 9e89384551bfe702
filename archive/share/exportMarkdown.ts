/** Letters as Markdown (CommonMark and GFM tables, notes). One file has no pictures: their descriptions stand for them. */
import type { Element, Root } from "hast";
import { defaultHandlers, type Handle, toMdast } from "hast-util-to-mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Exported } from "./exported.ts";
import { type Addresses, letterTree } from "./exportTree.ts";

const addresses: Addresses = {
  picture: () => null,
  place: (letter, section) => `relire://${letter}${section === null ? "" : `#${section}`}`,
};

export function exportMarkdown(exported: Exported): string {
  // A Markdown text is worked on: it gets the plain spaces that are stored.
  const plain = { ...exported, isTypeset: false };
  const texts = plain.letters.map((letter) => {
    const root: Root = { type: "root", children: [letterTree(plain, letter, addresses)] };
    return toMarkdown(toMdast(root, { handlers: noteHandlers }), { bullet: "-", extensions: [gfmToMarkdown()] });
  });
  return texts.join("\n---\n\n");
}

/** GFM's own notes, which have no form of their own in HTML: a reference is a link, the notes are a list at the end. */
export const noteHandlers: Record<string, Handle> = {
  a(state, node: Element) {
    if (node.properties["dataFootnoteBackref"] !== undefined) return undefined;
    if (node.properties["dataFootnoteRef"] === undefined) return defaultHandlers.a(state, node);
    const label = noteOf(String(node.properties["href"]).slice(1));
    return { type: "footnoteReference", identifier: label, label };
  },
  li(state, node: Element) {
    const label = /-fn-/.test(String(node.properties["id"] ?? "")) ? noteOf(String(node.properties["id"])) : null;
    if (label === null) return defaultHandlers.li(state, node);
    return { type: "footnoteDefinition", identifier: label, label, children: state.toFlow(state.all(node)) } as unknown as ReturnType<typeof defaultHandlers.li>;
  },
  ol(state, node: Element) {
    const isNotes = node.children.some((child) => child.type === "element" && /-fn-/.test(String(child.properties["id"] ?? "")));
    return isNotes ? state.all(node) : defaultHandlers.ol(state, node);
  },
};

/** "une-analyse-fn-1" as "une-analyse-1". */
function noteOf(id: string): string {
  return id.replace(/-fn-/, "-");
}
