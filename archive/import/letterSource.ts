/**
 * What every format is first turned into: blocks of Markdown in reading order, and all that may name or date the letter, each with where
 * it comes from. `letterDraft` decides; the formats only tell what they see.
 */
import type { RootContent } from "mdast";
import type { DraftPicture, ReportDraft } from "../draft.ts";
import type { Notes } from "./notes.ts";

/** How a paragraph looks, as far as the source tells: what a person sees of a heading that is not marked as one. */
export interface Look {
  /** Every letter of it is bold. */
  bold: boolean;
  /** CSS pixels, the smallest in it; null when the source has no sizes. */
  size: number | null;
  centred: boolean;
  /** Nothing but a picture, whose description the paragraph holds. */
  picture: boolean;
  /** How a plain text marks a heading ("underline", "caps", "stars"…), or null. */
  mark: string | null;
  /** Of its own table cell or block; a line followed by a mere line break is not. */
  alone: boolean;
}

declare module "mdast" {
  interface ListData {
    /** Typed with bullets: the next paragraph's bullets go on with it. */
    typed?: boolean;
  }
  interface ParagraphData {
    look?: Look;
    /** A paragraph of a page's or mail's footer or header, where mailing notices stand. */
    margin?: boolean;
  }
}

export interface TitleClue {
  text: string;
  /** In the order of trust, unless the letter's own heading says otherwise. */
  from: "front-matter" | "heading" | "meta" | "subject" | "page-title";
}

export interface DateClue {
  /** YYYY, YYYY-MM or YYYY-MM-DD, a date that exists. */
  date: string;
  from: "front-matter" | "meta" | "mail";
}

export interface LetterSource {
  blocks: RootContent[];
  titles: TitleClue[];
  dates: DateClue[];
  authors: string[];
  publisher: string | null;
  language: "fr" | "en" | null;
  pictures: DraftPicture[];
  attachments: ReportDraft[];
  notes: Notes;
}

export function lookOf(node: RootContent): Look | null {
  return node.type === "paragraph" ? (node.data?.look ?? null) : null;
}

export function noClues(notes: Notes): LetterSource {
  return { blocks: [], titles: [], dates: [], authors: [], publisher: null, language: null, pictures: [], attachments: [], notes };
}
