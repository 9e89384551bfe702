/** An item in the RIS format of reference managers: a tag and a value a line, lines ended as on Windows. */
import type { CslCitation } from "./cslItem.ts";

export function risOf({ item, page }: CslCitation): string {
  const [year, month, day] = item.issued?.["date-parts"][0] ?? [];
  const two = (number: number | undefined): string => (number === undefined ? "" : String(number).padStart(2, "0"));
  const tags: [string, string | undefined][] = [
    ["TY", item.type === "report" ? "RPRT" : "MGZN"],
    ...(item.author ?? []).map(({ literal }): [string, string] => ["AU", literal]),
    ["TI", item.title],
    ["T2", item["container-title"]],
    ["T3", item["volume-title"]],
    ["PB", item.publisher],
    ["PY", year?.toString()],
    ["DA", year === undefined ? undefined : `${year}/${two(month)}/${two(day)}/`],
    ["SP", page ?? undefined],
    ["LA", item.language],
    ["ID", item.id],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, " ").trim()}\r\n`] : []));
  return `${lines.join("")}ER  - \r\n`;
}
