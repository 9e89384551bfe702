/**
 * Takes out of a letter's blocks what is not the letter, and notes each: merge tags, mailing notices, banners, rows of social icons. A reader's
 * words are never removed: what is in doubt stays.
 */
import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import { type Boilerplate, boilerplateOf, isBanner, isImprint, isSocial } from "./boilerplate.ts";
import { joinLines, linesOfParagraph } from "./bullets.ts";
import { lookOf } from "./letterSource.ts";
import { removeMergeTags } from "./mergeTags.ts";
import type { Notes } from "./notes.ts";

export function cleanBlocks(blocks: readonly RootContent[], notes: Notes): RootContent[] {
  const tagless = removeMergeTags(blocks, notes).flatMap((block) => withoutIconLines(block, notes));
  return removeNotices(removeSocial(removeBanners(tagless, notes), notes), notes);
}

/** A banner's description, as the first thing of a letter. */
function removeBanners(blocks: readonly RootContent[], notes: Notes): RootContent[] {
  const rest = [...blocks];
  for (let at = 0; at < Math.min(rest.length, 3); at++) {
    const block = rest[at];
    if (block?.type !== "paragraph" || !isBanner(textOfNode(block)) || block.children.some((child) => child.type === "image")) continue;
    notes.add("banner-removed", descriptionOf(block));
    notes.forget("remote-picture", descriptionOf(block));
    rest.splice(at--, 1);
  }
  return rest;
}

/** Icons in a row, in one paragraph or in one each. */
function removeSocial(blocks: readonly RootContent[], notes: Notes): RootContent[] {
  const kept: RootContent[] = [];
  for (let at = 0; at < blocks.length; ) {
    let end = at;
    const words: string[] = [];
    while (end < blocks.length) {
      const more = iconWords(blocks[end]);
      if (more === null) break;
      words.push(...more);
      end++;
    }
    const isRow = words.length >= 2 && isSocial(words) && blocks.slice(at, end).every((block) => isPictures(block) || isRepeated(iconWords(block) ?? []));
    if (isRow) noteSocial(words, blocks.slice(at, end), notes);
    else for (const block of blocks.slice(at, Math.max(end, at + 1))) kept.push(block);
    at = Math.max(end, at + 1);
  }
  return kept;
}

/** A line of a paragraph that repeats one word: the icons' descriptions in a copied text. */
function withoutIconLines(block: RootContent, notes: Notes): RootContent[] {
  if (block.type !== "paragraph") return [block];
  const lines = linesOfParagraph(block);
  const isIcons = (line: PhrasingContent[]): boolean => isRepeated(textOfNode({ type: "paragraph", children: line }).slice(0, 300).split(/[\s\u00A0]+/));
  const icons = lines.filter(isIcons);
  if (icons.length === 0) return [block];
  for (const line of icons) noteSocial(textOfNode({ type: "paragraph", children: line }).replace(/[[\]]/g, "").split(/[\s\u00A0]+/), [], notes);
  const rest = joinLines(lines.filter((line) => !isIcons(line)));
  return rest.length === 0 ? [] : [{ ...block, children: rest }];
}

/** A picture's description without the brackets that stand for the picture. */
function descriptionOf(block: RootContent): string {
  return textOfNode(block).replace(/^\[|\]$/g, "").trim();
}

function noteSocial(words: readonly string[], icons: readonly RootContent[], notes: Notes): void {
  notes.add("social-removed", words.join(" "));
  for (const description of [...words, ...icons.map(descriptionOf)]) notes.forget("remote-picture", description);
}

function isPictures(block: RootContent | undefined): boolean {
  return block !== undefined && lookOf(block)?.picture === true;
}

function isRepeated(words: readonly string[]): boolean {
  return words.length >= 3 && new Set(words.map((word) => word.toLowerCase())).size === 1;
}

/** The words of a paragraph of pictures, or of a line that repeats one; null for any other block. */
function iconWords(block: RootContent | undefined): string[] | null {
  if (block?.type !== "paragraph") return null;
  const text = textOfNode(block);
  if (text.length > 300) return null;
  const words = text.replace(/[[\]|·•]/g, " ").split(/[\s\u00A0]+/).filter((word) => word !== "");
  if (words.length === 0) return null;
  return (isPictures(block) && isSocial(words)) || isRepeated(words) ? words : null;
}

/** Lines of mailing notices at both ends of a letter; what stands beside them in the same paragraph goes with them. */
function removeNotices(blocks: readonly RootContent[], notes: Notes): RootContent[] {
  const kept: RootContent[] = [];
  let afterNotice = false;
  const last = blocks.findLastIndex((block) => block.type === "paragraph" && isStrong(boilerplateOf(textOfNode(block))));
  for (const [index, block] of blocks.entries()) {
    if (index < last && index >= last - 3 && index > blocks.length / 2 && block.type === "paragraph" && boilerplateOf(textOfNode(block)) === "address") {
      notes.add("boilerplate-removed", textOfNode(block));
      continue;
    }
    const place = placeOf(block, index, blocks.length);
    if (block.type !== "paragraph") {
      if (block.type !== "thematicBreak") afterNotice = false;
      kept.push(block);
      continue;
    }
    const rest = withoutNotices(block, place, afterNotice && index > blocks.length / 2, notes);
    if (rest === null) afterNotice = true;
    else {
      if (rest.children.length > 0) afterNotice = false;
      kept.push(rest);
    }
  }
  return kept;
}

/** The paragraph without its notices, or null when nothing of it stays. */
function withoutNotices(block: Paragraph, place: Place, follows: boolean, notes: Notes): Paragraph | null {
  const lines = linesOfParagraph(block);
  const found = lines.map((line) => noticeOf(line, place));
  const isNotice = (index: number): boolean => found[index] !== null;
  const strong = found.some(isStrong);
  const texts = lines.map((line) => textOfNode({ type: "paragraph", children: line }).trim());
  if (!strong && follows && texts.every((text) => isImprint(text) || boilerplateOf(text) !== null)) return removeAll(texts, notes);
  if (!strong && !(block.data?.margin === true && found.some((kind) => kind !== null)) && !found.every((kind) => kind === "sent-with" || (kind !== null && follows))) return block;
  if (texts.every((text, index) => isNotice(index) || isImprint(text))) return removeAll(texts, notes);
  removeAll(texts.filter((_, index) => isNotice(index)), notes);
  const kept = joinLines(lines.filter((_, index) => !isNotice(index)));
  return kept.length === 0 ? null : { ...block, children: kept };
}

/** What only a mailing says. */
function isStrong(kind: Boilerplate | null): boolean {
  return kind === "unsubscribe" || kind === "because" || kind === "view-online";
}

function removeAll(texts: readonly string[], notes: Notes): null {
  for (const text of texts) if (text !== "") notes.add("boilerplate-removed", text);
  return null;
}

/** Where a block stands: in a footer or among the last, among the first, or in the middle of a letter. */
type Place = "end" | "start" | "middle";

function placeOf(block: RootContent, index: number, length: number): Place {
  if ((block.type === "paragraph" && block.data?.margin === true) || index >= length - Math.max(8, length * 0.15)) return "end";
  return index < 6 ? "start" : "middle";
}

/** In the middle of a letter, only a line that is all link says so; a sentence about unsubscribing may be what the letter is about. */
function noticeOf(line: readonly PhrasingContent[], place: Place): Boilerplate | null {
  const text = textOfNode({ type: "paragraph", children: [...line] }).trim();
  const kind = boilerplateOf(text);
  if (kind === null || place === "end" || (place === "start" && (kind === "view-online" || kind === "because"))) return kind;
  return line.every((node) => node.type === "link" || (node.type === "text" && !/[^\s|·•-]/.test(node.value))) && kind !== "share" ? kind : null;
}
