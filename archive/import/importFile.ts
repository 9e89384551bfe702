/** One file's letters: Markdown for now. */
import type { Draft, LetterDraft } from "../draft.ts";
import { type Answer, fail, type Rubric, succeed } from "../model.ts";
import type { RootContent } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import { parse } from "yaml";
import { parseMarkdown } from "../text/hypertext.ts";
import type { ReadPdf } from "./pdfContent.ts";
import { reportDraft } from "./report.ts";
export interface ImportContext { readPdf: ReadPdf; rubrics: readonly Rubric[]; password?: string; signal?: AbortSignal }
export interface ImportedPart { file: string; draft: Answer<Draft>; original: { bytes: Uint8Array; extension: string } }
export async function* importFile({ file, bytes }: { file: string; bytes: Uint8Array }, context: ImportContext): AsyncGenerator<ImportedPart> {
  if (Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-") {
    const content = await context.readPdf(bytes);
    yield { file, original: { bytes, extension: "pdf" }, draft: content.ok ? succeed(reportDraft(content.value, bytes, file)) : content };
    return;
  }
  const text = Buffer.from(bytes).toString("utf8");
  if (text.trim() === "") return yield { file, original: { bytes, extension: "md" }, draft: fail("file-empty", { title: file }) };
  const tree = parseMarkdown(text);
  const front: { title?: string; date?: string; publisher?: string } = tree.children[0]?.type === "yaml" ? parse(tree.children[0].value) : {};
  const opening: RootContent[] = [];
  const sections: LetterDraft["sections"] = [];
  for (const block of tree.children) {
    if (block.type === "yaml") continue;
    if (block.type === "heading" && block.depth <= 2) sections.push({ title: textOfNode(block), rubric: null, blocks: [] });
    else (sections.at(-1)?.blocks ?? opening).push(block);
  }
  yield { file, original: { bytes, extension: "md" }, draft: succeed({ kind: "letter", title: front.title ?? file, date: front.date === undefined ? null : String(front.date), authors: [], publisher: front.publisher ?? null, opening, sections, pictures: [], attachments: [], notes: [] }) };
}
