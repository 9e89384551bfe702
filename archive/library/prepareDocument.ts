/** A draft as the files and the head that an archive's folder keeps of it: a person's library and the bundled archive alike. */
import type { Nodes, RootContent } from "mdast";
import type { LetterDraft, ReportDraft } from "../draft.ts";
import type { DocumentHead, Passage, ReportHead } from "../model.ts";
import { letterPassages, reportPassages } from "../search/passages.ts";
import { sha256 } from "../store/digest.ts";
import { originalFile, textFile } from "../store/layout.ts";
import { assembleLetter } from "../store/letterFile.ts";
import { composeLetter, identify } from "../store/letterMarkdown.ts";
import { reportTextOf } from "../store/reportText.ts";
import { ownPicture } from "../text/hypertext.ts";
import { plainTitle } from "../text/plainTitle.ts";

/** A document as it is going to be stored. */
export interface Prepared {
  head: DocumentHead;
  main: string | Uint8Array;
  /** Files beside it, by their path. */
  beside: Map<string, string | Uint8Array>;
  pictures: string[];
  passages: Passage[];
}

export function prepareReport({ title, date, authors, pageLabels, outline, pages, bytes }: ReportDraft, id: string, collection: string): Prepared {
  const head: ReportHead = { kind: "report", id, collection, title: plainTitle(title), date, authors, subtitle: "", description: "", pageLabels, outline };
  return { head, main: bytes, beside: new Map([[textFile, reportTextOf({ sha256: sha256(bytes), pages })]]), pictures: [], passages: reportPassages(head, pages) };
}

/** `attached` holds the ids of the reports that came with the letter, in the order of its attachments. */
export function prepareLetter(draft: LetterDraft, id: string, collection: string, attached: readonly string[], original: { bytes: Uint8Array; extension: string }): Prepared {
  const linked = withLinks(draft, attached);
  const sections = identify(linked.sections.map(({ title, rubric, blocks }) => ({ title: title || (rubric?.title ?? ""), rubric: rubric?.id ?? null, blocks })));
  const { markdown, source } = composeLetter({ frontMatter: { title: plainTitle(draft.title), date: draft.date, authors: draft.authors }, opening: linked.opening, sections });
  const letter = assembleLetter(source, id, collection);
  const pictures = draft.pictures.filter(({ name }) => ownPicture(`pictures/${name}`) !== null);
  return {
    head: letter.head,
    main: markdown,
    beside: new Map([[originalFile(original.extension), original.bytes], ...pictures.map(({ name, bytes }) => [`pictures/${name}`, bytes] as const)]),
    pictures: letter.pictures,
    passages: letterPassages(letter),
  };
}

/** Links to what came with the letter become links to reports of the library. */
function withLinks({ opening, sections }: LetterDraft, attached: readonly string[]): Pick<LetterDraft, "opening" | "sections"> {
  if (attached.length === 0) return { opening, sections };
  const link = (blocks: readonly RootContent[]): RootContent[] => blocks.map((block) => linked(structuredClone(block), attached));
  return { opening: link(opening), sections: sections.map((section) => ({ ...section, blocks: link(section.blocks) })) };
}

function linked<Node extends Nodes>(node: Node, attached: readonly string[]): Node {
  if (node.type === "link" || node.type === "definition") {
    const number = /^attachment:(\d+)$/.exec(node.url)?.[1];
    const report = number === undefined ? undefined : attached[Number(number)];
    if (report) node.url = `relire://${report}`;
  }
  if ("children" in node) for (const child of node.children) linked(child, attached);
  return node;
}
