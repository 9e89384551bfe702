/** A hand-out as Markdown (CommonMark with GFM's tables and notes): the writer escapes whatever would be taken for marks. */
import type { Root } from "hast";
import { toMdast } from "hast-util-to-mdast";
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { noteHandlers } from "./exportMarkdown.ts";
import { element } from "./exportTree.ts";
import type { Handout, HandoutPart } from "./handout.ts";

export function handoutMarkdown({ title, purpose, about, parts }: Handout): string {
  const head = [heading(1, title), ...purpose.split(/\n+/).filter(Boolean).map((line) => paragraph(text(line))), ...(about ? [paragraph(text(about))] : [])];
  return toMarkdown({ type: "root", children: [...head, ...parts.flatMap(partBlocks)] }, { bullet: "-", emphasis: "_", extensions: [gfmToMarkdown()] });
}

function partBlocks({ role, title, blocks, source }: HandoutPart): RootContent[] {
  const { body, notes } = flowOf(blocks);
  if (role !== null) return [paragraph({ type: "strong", children: [text(role)] }), ...body];
  // Notes stand outside of the quotation: not every reader of Markdown finds them in there.
  return [heading(2, title ?? ""), { type: "blockquote", children: body }, ...notes, paragraph({ type: "emphasis", children: [text(source ?? "")] })];
}

function flowOf(blocks: HandoutPart["blocks"]): { body: BlockContent[]; notes: DefinitionContent[] } {
  const root: Root = { type: "root", children: [element("div", {}, ...blocks)] };
  const tree = toMdast(root, { handlers: noteHandlers });
  const all = tree.type === "root" ? tree.children : [];
  const notes = all.filter((node) => node.type === "footnoteDefinition");
  return { body: all.filter((node) => node.type !== "footnoteDefinition") as BlockContent[], notes };
}

function heading(depth: 1 | 2, value: string): RootContent {
  return { type: "heading", depth, children: [text(value)] };
}

function text(value: string): PhrasingContent & { type: "text" } {
  return { type: "text", value };
}

function paragraph(...children: PhrasingContent[]): { type: "paragraph"; children: PhrasingContent[] } {
  return { type: "paragraph", children };
}
