/** Quoted words with their source: in every form and style, and as reference managers read them. */
import { describe, expect, test } from "vitest";
import type { Collection, LetterHead, ReportHead } from "../../../archive/model.ts";
import { bibtexOf } from "../../../archive/share/bibtex.ts";
import { cslCitation } from "../../../archive/share/cslItem.ts";
import { quotation } from "../../../archive/share/quotation.ts";
import { writeReference } from "../../../archive/share/reference.ts";
import { risOf } from "../../../archive/share/ris.ts";

const collection: Collection = { id: "la-derivation", title: "La Dérivation", description: "", language: "fr", sample: false, elsewhere: [] };
const letter: LetterHead = {
  kind: "letter", id: "la-derivation/2022-10", collection: "la-derivation", title: "Lettre d’informations", date: "2022-10", authors: ["Mélissa", "Lunar"],
  sections: [{ id: "une-analyse", title: "50 % de « geeks » & C° <b>", rubric: null }],
};
const report: ReportHead = {
  kind: "report", id: "la-derivation/mutualisons", collection: "la-derivation", title: "« Mutualisons ! »", subtitle: "Carnet", description: "", date: "2022-07-01", authors: [], pageLabels: ["i", "ii", "1"], outline: [],
};
const section = cslCitation(letter, "une-analyse", collection);
const page = cslCitation(report, "p2", collection);

/** With plain spaces, as the eye sees them. */
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");

describe("a reference", () => {
  test.each([
    ["note", "fr", "Mélissa et Lunar. « 50 % de “geeks” & C° <b> », « Lettre d’informations », La Dérivation, octobre 2022."],
    ["short", "fr", "« 50 % de “geeks” & C° <b> », « Lettre d’informations », La Dérivation, octobre 2022"],
    ["author-date", "fr", "(Mélissa et Lunar, 2022)"],
    ["note", "en", "Mélissa and Lunar. “50 % de « geeks » & C° <b>”, “Lettre d’informations”, La Dérivation, October 2022."],
  ] as const)("of a section, as %s in %s", async (style, language, written) => {
    expect(plain((await writeReference(section, style, language)).citation.text)).toBe(written);
  });

  test.each([
    ["note", "fr", "« Mutualisons ! ». Carnet, La Dérivation, 1er juillet 2022, p. ii."],
    ["author-date", "fr", "(La Dérivation, 2022, p. ii)"],
    ["short", "en", "« Mutualisons ! ». Carnet, 1 July 2022, p. ii"],
  ] as const)("of a page has its printed number, as %s in %s", async (style, language, written) => {
    expect(plain((await writeReference(page, style, language)).citation.text)).toBe(written);
  });

  test("of what has no date, no such part and no author says so, or nothing", async () => {
    const bare = cslCitation({ ...letter, date: null, authors: [] }, "disparue", undefined);
    expect(plain((await writeReference(bare, "note", "fr")).citation.text)).toBe("« Lettre d’informations », la-derivation, s. d.");
    expect(cslCitation(report, "p9", collection).page).toBeNull();
  });
});

describe("a quotation", () => {
  const words = "On parle de « geeks ».\n*Deux* <b>paragraphes</b>.";

  test("as text stands in quotation marks, with others inside", async () => {
    const { text } = quotation({ words, language: "fr", reference: await writeReference(page, "note", "fr"), style: "note" });
    expect(plain(text)).toBe("« On parle de “geeks”.\n*Deux* <b>paragraphes</b>. »\n« Mutualisons ! ». Carnet, La Dérivation, 1er juillet 2022, p. ii.\n");
  });

  test("as Markdown and HTML keeps its own signs from being taken for theirs", async () => {
    const { markdown, html } = quotation({ words, language: "fr", reference: await writeReference(page, "author-date", "fr"), style: "author-date" });
    expect(plain(markdown)).toBe("> On parle de « geeks ».\n>\n> \\*Deux\\* \\<b>paragraphes\\</b>.\n>\n> — (La Dérivation, 2022, p. ii)\n\nLa Dérivation, 2022. *« Mutualisons ! ». Carnet*, La Dérivation, 1er juillet 2022.\n");
    expect(plain(html)).toBe('<blockquote lang="fr"><p>On parle de « geeks ».</p><p>*Deux* &#x3C;b>paragraphes&#x3C;/b>.</p></blockquote><p>— (La Dérivation, 2022, p. ii)</p><p>La Dérivation, 2022. <i>« Mutualisons ! ». Carnet</i>, La Dérivation, 1er juillet 2022.</p>');
  });
});

test("BibTeX takes no sign of a title for an order of TeX", () => {
  expect(bibtexOf(section)).toBe(
    "@article{la-derivation-2022-10-une-analyse,\n  author = {{Mélissa} and {Lunar}},\n  title = {{50 \\% de « geeks » \\& C° <b>}},\n  journal = {La Dérivation},\n  issuetitle = {Lettre d’informations},\n  year = {2022},\n  month = {10},\n  langid = {french},\n}\n",
  );
  expect(bibtexOf(page)).toContain("@techreport{la-derivation-mutualisons,");
  expect(bibtexOf({ ...page, item: { ...page.item, title: "a\\b{c}_$#^~" } })).toContain("{{a\\textbackslash{}b\\{c\\}\\_\\$\\#\\textasciicircum{}\\textasciitilde{}}}");
});

test("RIS has a tag a line, and ends with its own", () => {
  expect(risOf(page)).toBe("TY  - RPRT\r\nTI  - « Mutualisons ! ». Carnet\r\nPB  - La Dérivation\r\nPY  - 2022\r\nDA  - 2022/07/01/\r\nSP  - ii\r\nLA  - fr\r\nID  - la-derivation-mutualisons\r\nER  - \r\n");
});
