/** What is cited, as an item of CSL-JSON (https://docs.citationstyles.org): a section of a letter, a letter, or a report. */
import { openingId } from "../letterSection.ts";
import type { Collection, DocumentHead } from "../model.ts";

export interface CslItem {
  id: string;
  type: "article-magazine" | "report";
  title: string;
  /** Names are kept as they are signed: nobody can tell which part of them is the family's. */
  author?: { literal: string }[];
  issued?: { "date-parts": [number[]] };
  "container-title"?: string;
  /** Of the letter that a section stands in. */
  "volume-title"?: string;
  publisher?: string;
  "number-of-pages"?: string;
  language: string;
}

/** What is cited, and where in it. */
export interface CslCitation {
  item: CslItem;
  /** The page's printed label; null in a letter. */
  page: string | null;
}

/** `part` is a section's id, or `p12`; one that is not there cites the whole. */
export function cslCitation(head: DocumentHead, part: string, collection: Collection | undefined): CslCitation {
  const common = {
    ...(head.authors.length > 0 && { author: head.authors.map((literal) => ({ literal })) }),
    ...(head.date !== null && { issued: { "date-parts": [head.date.split("-").map(Number)] as [number[]] } }),
    language: collection?.language ?? "fr",
  };
  const name = collection?.title ?? head.collection;
  if (head.kind === "report") {
    const title = head.subtitle === "" ? head.title : `${head.title}. ${head.subtitle}`;
    const page = head.pageLabels[Number(/^p(\d+)$/.exec(part)?.[1] ?? 0) - 1] ?? null;
    return { item: { id: citationKey(head.id), type: "report", title, publisher: name, "number-of-pages": String(head.pageLabels.length), ...common }, page };
  }
  const section = part === openingId ? undefined : head.sections.find(({ id }) => id === part);
  const item: CslItem = section
    ? { id: citationKey(`${head.id}-${section.id}`), type: "article-magazine", title: section.title, "volume-title": head.title, "container-title": name, ...common }
    : { id: citationKey(head.id), type: "article-magazine", title: head.title, "container-title": name, ...common };
  return { item, page: null };
}

/** What BibTeX and others know it by. */
function citationKey(id: string): string {
  return id.replace(/[^a-z0-9]+/g, "-");
}
