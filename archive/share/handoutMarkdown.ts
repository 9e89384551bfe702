/** A hand-out as Markdown (CommonMark): the writer escapes whatever would be taken for marks. */
import type { RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Handout, HandoutPart } from "./handout.ts";

export function handoutMarkdown({ title, purpose, about, parts }: Handout): string {
  const head = [heading(1, title), ...purpose.split(/\n+/).filter(Boolean).map(paragraph), ...(about ? [paragraph(about)] : [])];
  return toMarkdown({ type: "root", children: [...head, ...parts.flatMap(partBlocks)] }, { bullet: "-", emphasis: "_" });
}

function partBlocks({ role, title, paragraphs, source }: HandoutPart): RootContent[] {
  const blocks = paragraphs.map(paragraph);
  if (role !== null) return [{ type: "paragraph", children: [{ type: "strong", children: [{ type: "text", value: role }] }] }, ...blocks];
  return [heading(2, title ?? ""), { type: "blockquote", children: blocks }, { type: "paragraph", children: [{ type: "emphasis", children: [{ type: "text", value: source ?? "" }] }] }];
}

function heading(depth: 1 | 2, value: string): RootContent {
  return { type: "heading", depth, children: [{ type: "text", value }] };
}

function paragraph(value: string): { type: "paragraph"; children: [{ type: "text"; value: string }] } {
  return { type: "paragraph", children: [{ type: "text", value }] };
}
