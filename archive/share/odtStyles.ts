/** The styles of a hand-out's OpenDocument text, under the names that word processors know, so that a person changes all of a kind at once. */
import { declaration, namespaces, xml } from "./odtXml.ts";

/** `title` stands at the foot of each page, with its number. */
export function odtStyles(language: "fr" | "en", title: string): string {
  return `${declaration}<office:document-styles${namespaces} office:version="1.3"><office:styles>
${standard(language)}
${paragraphs()}
${spans()}
${list("Bullets", (level) => `<text:list-level-style-bullet text:level="${level}" text:bullet-char="${["•", "◦", "▪"][(level - 1) % 3]}">`, "bullet")}
${list("Numbers", (level) => `<text:list-level-style-number text:level="${level}" style:num-format="${level === 2 ? "a" : "1"}" style:num-suffix=".">`, "number")}
</office:styles><office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="1.4cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>${xml("text:p", { "text:style-name": "Footer" }, `${title}<text:tab/><text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count>`)}</style:footer></style:master-page>
</office:master-styles></office:document-styles>
`;
}

/** Tables and rows have no styles of their own name. */
export const odtTableStyles = `<office:automatic-styles>
<style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm" table:align="margins"/></style:style>
<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="HeadCell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="none" fo:border-bottom="1pt solid #000000"/></style:style>
<style:style style:name="BodyCell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="none" fo:border-bottom="0.5pt solid #777777"/></style:style>
</office:automatic-styles>`;

function standard(language: "fr" | "en"): string {
  const country = language === "fr" ? "FR" : "GB";
  return `<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="130%" fo:orphans="2" fo:widows="2"/><style:text-properties fo:font-family="'Source Serif 4', Georgia, serif" fo:font-size="11pt" fo:language="${language}" fo:country="${country}"/></style:style>`;
}

function paragraphs(): string {
  const style = (name: string, paragraph: string, text = "", level = ""): string =>
    `<style:style style:name="${name}" style:display-name="${name.replaceAll("_20_", " ")}" style:family="paragraph" style:parent-style-name="Standard"${level && ` style:default-outline-level="${level}"`}><style:paragraph-properties ${paragraph}/>${text && `<style:text-properties ${text}/>`}</style:style>`;
  const small = 'fo:font-size="9pt"';
  const keep = 'fo:keep-with-next="always"';
  return [
    style("Heading_20_1", `fo:margin-bottom="0.4cm" ${keep}`, 'fo:font-size="22pt" fo:font-weight="bold"', "1"),
    style("Heading_20_2", `fo:margin-top="0.8cm" ${keep}`, 'fo:font-size="15pt" fo:font-weight="bold"', "2"),
    style("Heading_20_3", `fo:margin-top="0.4cm" ${keep}`, 'fo:font-size="12pt" fo:font-weight="bold"', "3"),
    style("Heading_20_4", `fo:margin-top="0.3cm" ${keep}`, 'fo:font-weight="bold" fo:font-style="italic"', "4"),
    style("Role", `fo:margin-top="0.6cm" ${keep}`, 'fo:font-weight="bold"'),
    style("Last", keep),
    style("Source", 'fo:margin-bottom="0.4cm"', `${small} fo:font-style="italic"`),
    style("Cited", `fo:margin-bottom="0.1cm" ${keep}`, small),
    style("Quotations", 'fo:margin-left="0.8cm" fo:padding-left="0.3cm" fo:border="none" fo:border-left="1.5pt solid #777777"'),
    style("Preformatted_20_Text", 'fo:margin-bottom="0.2cm"', "fo:font-family=\"'DejaVu Sans Mono', monospace\" fo:font-size=\"9.5pt\""),
    style("Footnote", 'fo:margin-bottom="0.05cm" fo:line-height="115%"', small),
    style("Cell", 'fo:margin-bottom="0cm" fo:line-height="115%"', 'fo:font-size="10pt"'),
    style("Cell_20_heading", 'fo:margin-bottom="0cm" fo:line-height="115%"', 'fo:font-size="10pt" fo:font-weight="bold"'),
    style("Cell_20_right", 'fo:margin-bottom="0cm" fo:line-height="115%" fo:text-align="end"', 'fo:font-size="10pt"'),
    style("Cell_20_centre", 'fo:margin-bottom="0cm" fo:line-height="115%" fo:text-align="center"', 'fo:font-size="10pt"'),
    style("After_20_table", `fo:margin-bottom="0cm" fo:line-height="100%" ${keep}`, 'fo:font-size="4pt"'),
    style("Figure", `fo:margin-top="0.2cm" fo:line-height="100%" fo:text-align="center" ${keep}`),
    style("Caption", `fo:text-align="center" ${keep}`, small),
    style("Rule", 'fo:margin-bottom="0.4cm" fo:border="none" fo:border-bottom="0.5pt solid #777777"', 'fo:font-size="4pt"'),
    `<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm"><style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="8pt"/></style:style>`,
  ].join("\n");
}

function spans(): string {
  const style = (name: string, text: string): string => `<style:style style:name="${name}" style:display-name="${name.replaceAll("_20_", " ")}" style:family="text"><style:text-properties ${text}/></style:style>`;
  return [
    style("Strong_20_Emphasis", 'fo:font-weight="bold"'),
    style("Emphasis", 'fo:font-style="italic"'),
    style("Source_20_Text", "fo:font-family=\"'DejaVu Sans Mono', monospace\" fo:font-size=\"90%\""),
    style("Struck", 'style:text-line-through-style="solid"'),
    style("Superscript", 'style:text-position="super 65%"'),
    style("Subscript", 'style:text-position="sub 65%"'),
    style("Internet_20_link", 'style:text-underline-style="solid"'),
    style("In_20_fr", 'fo:language="fr" fo:country="FR"'),
    style("In_20_en", 'fo:language="en" fo:country="GB"'),
  ].join("\n");
}

/** Six levels, each further in. */
function list(name: string, begin: (level: number) => string, kind: "bullet" | "number"): string {
  const levels = [1, 2, 3, 4, 5, 6].map((level) => {
    const indent = (level * 0.65).toFixed(2);
    return `${begin(level)}<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${indent}cm" fo:text-indent="-0.55cm" fo:margin-left="${indent}cm"/></style:list-level-properties></text:list-level-style-${kind}>`;
  });
  return `<text:list-style style:name="${name}">${levels.join("")}</text:list-style>`;
}
