/** A quotation with its source in every form: asked of the one door, made in `share/`. */
import type { Holdings } from "./holdings.ts";
import { type Answer, fail, succeed } from "./model.ts";
import { bibtexOf } from "./share/bibtex.ts";
import { cslCitation } from "./share/cslItem.ts";
import type { CslLanguage, CslStyle } from "./share/cslStyles.ts";
import { type Quotation, quotation } from "./share/quotation.ts";
import { writeReference } from "./share/reference.ts";
import { risOf } from "./share/ris.ts";

export interface CiteRequest {
  /** Where the words are from: a section, or a page. */
  passage: string;
  /** The words, a paragraph a line; empty for the reference alone. */
  quoted: string;
  style: CslStyle;
  /** Of the reference. */
  language: CslLanguage;
}

export interface Cited {
  quotation: Quotation;
  /** As it stands by a quotation, and in a list of works. */
  citation: string;
  entry: string;
  bibtex: string;
  ris: string;
  /** CSL-JSON, a list of one item. */
  csl: string;
  /** What a file of it is called, without extension. */
  name: string;
}

/** Fails with `unknown-document`. A part that is no more cites its document as a whole. */
export async function cite(holdings: Holdings, { passage, quoted, style, language }: CiteRequest): Promise<Answer<Cited>> {
  const [document = "", part = ""] = passage.split("#");
  const head = holdings.document(document);
  if (!head) return fail("unknown-document", { subject: document });
  const collection = holdings.collection(head.collection);
  const cited = cslCitation(head, part, collection);
  const reference = await writeReference(cited, style, language);
  return succeed({
    quotation: quotation({ words: quoted, language: collection?.language ?? "fr", reference, style }),
    citation: reference.citation.text,
    entry: reference.entry.text,
    bibtex: bibtexOf(cited),
    ris: risOf(cited),
    csl: `${JSON.stringify([cited.item], null, 2)}\n`,
    name: cited.item.id,
  });
}
