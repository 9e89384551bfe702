/** An item as BibTeX, in UTF-8 as biber and every current BibTeX read it. */
import type { CslCitation } from "./cslItem.ts";

export function bibtexOf({ item, page }: CslCitation): string {
  const [year, month, day] = item.issued?.["date-parts"][0] ?? [];
  const fields: [string, string | undefined][] = [
    ["author", item.author?.map(({ literal }) => `{${escaped(literal)}}`).join(" and ")],
    ["title", `{${escaped(item.title)}}`],
    ["journal", item["container-title"] && escaped(item["container-title"])],
    ["issuetitle", item["volume-title"] && escaped(item["volume-title"])],
    ["institution", item.publisher && escaped(item.publisher)],
    ["year", year?.toString()],
    ["month", month?.toString()],
    ["day", day?.toString()],
    ["pages", page === null ? undefined : escaped(page)],
    ["pagetotal", item["number-of-pages"]],
    ["langid", item.language === "fr" ? "french" : "english"],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${item.type === "report" ? "techreport" : "article"}{${item.id},\n${lines.join("")}}\n`;
}

/** What TeX would take for an order. */
const orders: Record<string, string> = {
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "%": "\\%", "&": "\\&", "#": "\\#", $: "\\$", _: "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
};

function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\{}%&#$_~^]/g, (letter) => orders[letter] ?? letter);
}
