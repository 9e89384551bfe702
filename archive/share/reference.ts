/** References, written by citeproc-js (its own file, unchanged) from our styles: what stands by a quotation, and in a bibliography. */
import type { CslCitation } from "./cslItem.ts";
import { type CslLanguage, cslLocales, type CslStyle, cslStyles } from "./cslStyles.ts";

export interface Reference {
  /** By the quotation, with the page. */
  citation: Written;
  /** In a list of works. */
  entry: Written;
}

export interface Written {
  text: string;
  /** Escaped, with italics as elements. */
  html: string;
}

export async function writeReference({ item, page }: CslCitation, style: CslStyle, language: CslLanguage): Promise<Reference> {
  // Read when it is first asked for: it is larger than all of the librarian's own code.
  const { default: CSL } = await import("citeproc");
  const engine = new CSL.Engine({ retrieveLocale: () => cslLocales[language], retrieveItem: () => item }, cslStyles[style], language === "fr" ? "fr-FR" : "en-GB", true);
  const cited = [{ id: item.id, ...(page !== null && { locator: page, label: "page" }) }];
  const written = (format: "text" | "html"): { citation: string; entry: string } => {
    engine.setOutputFormat(format);
    engine.updateItems([item.id]);
    return { citation: engine.makeCitationCluster(cited), entry: engine.makeBibliography()[1].join("\n") };
  };
  const [text, html] = [written("text"), written("html")];
  return {
    citation: { text: text.citation.trim(), html: html.citation.trim() },
    entry: { text: text.entry.trim(), html: html.entry.replace(/<\/?div[^>]*>/g, "").trim() },
  };
}
