/**
 * Clean hypertext as the text of an OpenDocument file (OASIS ODF 1.3, part 3): lists, tables, links, notes and pictures become the structures that word
 * processors have for them. The names of styles are those of `odtStyles.ts`.
 */
import type { Element, ElementContent } from "hast";
import type { ExportedPicture } from "./exported.ts";
import { noteTexts } from "./odtNotes.ts";
import { attributes, escaped, xml } from "./odtXml.ts";

export interface OdtPicture extends ExportedPicture {
  /** In the file. */
  path: string;
}

interface OdtText {
  pictures: ReadonlyMap<string, OdtPicture>;
  /** Of the words, when it is not that of the document. */
  language: "fr" | "en" | null;
  style: "Standard" | "Cited";
}

type Style = "Standard" | "Last" | "Quotations" | "Footnote" | "Cited" | "Cell" | "Cell_20_right" | "Cell_20_centre" | "Cell_20_heading" | "Figure" | "Caption" | "Preformatted_20_Text";

/** Of A4 between its margins, and the tallest that a picture is shown, in centimetres. */
const textWidth = 17;
const tallest = 11;

const blockNames = new Set("blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split(" "));
const spanStyles: Record<string, string> = { strong: "Strong_20_Emphasis", b: "Strong_20_Emphasis", em: "Emphasis", i: "Emphasis", code: "Source_20_Text", kbd: "Source_20_Text", samp: "Source_20_Text", tt: "Source_20_Text", del: "Struck", s: "Struck", sup: "Superscript", sub: "Subscript" };

/** The blocks of a part of a document; the last paragraph keeps with what stands after it. */
export function odtBlocks(blocks: readonly ElementContent[], text: OdtText): string {
  const notes = noteTexts(blocks);
  const shown = new Set<string>();
  const last = blocks.findLast((block) => block.type === "element");
  return blocks.map((block) => flow([block], block === last && text.style === "Standard" ? "Last" : text.style)).join("");

  /** Paragraphs are made of what stands between blocks, as in the items of a tight list. */
  function flow(nodes: readonly ElementContent[], style: Style): string {
    const lines: string[] = [];
    let run: ElementContent[] = [];
    const end = (): void => {
      if (run.some((node) => node.type === "element" || (node.type === "text" && /\S/.test(node.value)))) lines.push(paragraph(run, style));
      run = [];
    };
    for (const node of nodes) {
      if (node.type !== "element" || !blockNames.has(node.tagName)) run.push(node);
      else {
        end();
        lines.push(block(node, style));
      }
    }
    end();
    return lines.join("");
  }

  function block(node: Element, style: Style): string {
    const { tagName, properties, children } = node;
    if (/^h[1-6]$/.test(tagName)) return heading(Math.max(3, Number(tagName[1])), children);
    switch (tagName) {
      case "ul":
      case "ol":
        return list(node, style === "Last" ? "Standard" : style);
      case "table":
        return table(node);
      case "blockquote":
        return flow(children, "Quotations");
      case "pre":
        return xml("text:p", { "text:style-name": "Preformatted_20_Text" }, inline(children, true));
      case "hr":
        return xml("text:p", { "text:style-name": "Rule" }, "");
      case "figure":
        return figure(children);
      case "dt":
        return paragraph([{ type: "element", tagName: "strong", properties: {}, children }], style);
      case "section":
        return properties["dataFootnotes"] === undefined ? flow(children, style) : "";
      case "p":
        return paragraph(children, style);
      default:
        return flow(children, style);
    }
  }

  function paragraph(children: readonly ElementContent[], style: Style): string {
    return xml("text:p", { "text:style-name": style }, spoken(inline(children)));
  }

  function heading(level: number, children: readonly ElementContent[]): string {
    return xml("text:h", { "text:style-name": `Heading_20_${Math.min(level, 4)}`, "text:outline-level": String(level) }, spoken(inline(children)));
  }

  function spoken(words: string): string {
    return text.language === null ? words : xml("text:span", { "text:style-name": `In_20_${text.language}` }, words);
  }

  function list({ tagName, properties, children }: Element, style: Style): string {
    const items = children.filter((child) => child.type === "element");
    const start = typeof properties["start"] === "number" ? { "text:start-value": String(properties["start"]) } : {};
    const lines = items.map((item, index) => xml("text:list-item", index === 0 ? start : {}, flow(item.children, style) || xml("text:p", { "text:style-name": style }, "")));
    return xml("text:list", { "text:style-name": tagName === "ol" ? "Numbers" : "Bullets" }, lines.join(""));
  }

  function table(node: Element): string {
    const rowsOf = (names: readonly string[]): Element[] => node.children.flatMap((part) => (part.type === "element" && names.includes(part.tagName) ? rowsIn(part) : []));
    const [head, body] = [rowsOf(["thead"]), rowsOf(["tbody", "tfoot", "tr"])];
    const cellsOf = (row: Element): Element[] => row.children.filter((cell) => cell.type === "element");
    const columns = Math.max(1, ...[...head, ...body].map((row) => cellsOf(row).length));
    const line = (row: Element): string => {
      const cells = cellsOf(row);
      return xml("table:table-row", { "table:style-name": "Row" }, Array.from({ length: columns }, (_, index) => cell(cells[index])).join(""));
    };
    const header = head.length > 0 ? xml("table:table-header-rows", {}, head.map(line).join("")) : "";
    return `${xml("table:table", { "table:style-name": "Table" }, `<table:table-column${attributes({ "table:number-columns-repeated": String(columns) })}/>${header}${body.map(line).join("")}`)}${xml("text:p", { "text:style-name": "After_20_table" }, "")}`;
  }

  function cell(node: Element | undefined): string {
    const style = cellStyle(node);
    const content = node ? flow(node.children, style) : "";
    return xml("table:table-cell", { "table:style-name": node?.tagName === "th" ? "HeadCell" : "BodyCell", "office:value-type": "string" }, content || xml("text:p", { "text:style-name": style }, ""));
  }

  function figure(children: readonly ElementContent[]): string {
    const [caption, ...rest] = [children.find((child) => child.type === "element" && child.tagName === "figcaption"), ...children.filter((child) => child.type !== "element" || child.tagName !== "figcaption")];
    return `${xml("text:p", { "text:style-name": "Figure" }, inline(rest))}${caption?.type === "element" ? paragraph(caption.children, "Caption") : ""}`;
  }

  function inline(nodes: readonly ElementContent[], isKept = false): string {
    return nodes
      .map((node) => {
        if (node.type === "element") return span(node, isKept);
        if (node.type !== "text") return "";
        return isKept ? spaced(node.value) : escaped(node.value.replace(/[ \t\n\r]+/g, " "));
      })
      .join("");
  }

  function span(node: Element, isKept: boolean): string {
    const { tagName, properties, children } = node;
    if (tagName === "br") return "<text:line-break/>";
    if (tagName === "img") return picture(node);
    if (tagName === "input") return properties["checked"] ? "☑ " : "☐ ";
    const call = tagName === "sup" ? children.find((child) => child.type === "element" && child.properties["dataFootnoteRef"] !== undefined) : undefined;
    const named = call?.type === "element" ? String(call.properties["href"]).slice(1) : "";
    const note = notes.get(named);
    if (note && !shown.has(named)) {
      shown.add(named);
      const citation = xml("text:note-citation", {}, escaped(note.label));
      return xml("text:note", { "text:id": named, "text:note-class": "footnote" }, citation + xml("text:note-body", {}, flow(note.blocks, "Footnote")));
    }
    const words = inline(children, isKept);
    if (tagName === "figcaption") return ` ${words}`;
    const href = typeof properties["href"] === "string" && !properties["href"].startsWith("#") ? properties["href"] : null;
    if (tagName === "a" && href !== null) return xml("text:a", { "xlink:type": "simple", "xlink:href": href, "text:style-name": "Internet_20_link" }, words);
    const style = spanStyles[tagName];
    return style === undefined || words === "" ? words : xml("text:span", { "text:style-name": style }, words);
  }

  function picture({ properties: { src, alt, width, height } }: Element): string {
    const file = text.pictures.get(String(src));
    if (!file) return "";
    const [wide, high] = [Number(width) || 0, Number(height) || 0];
    // At 96 dots an inch; one of unknown size is as wide as half the text, and as high as its reader finds it.
    const scale = wide && high ? Math.min(2.54 / 96, textWidth / wide, tallest / high) : 0;
    const size = scale > 0 ? { "svg:width": `${(wide * scale).toFixed(2)}cm`, "svg:height": `${(high * scale).toFixed(2)}cm` } : { "style:rel-width": "50%", "style:rel-height": "scale" };
    const image = `<draw:image${attributes({ "xlink:href": file.path, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad" })}/>`;
    const described = typeof alt === "string" && alt !== "" ? xml("svg:desc", {}, escaped(alt)) : "";
    return xml("draw:frame", { "text:anchor-type": "as-char", ...size }, image + described);
  }
}

function rowsIn(part: Element): Element[] {
  return part.tagName === "tr" ? [part] : part.children.filter((row) => row.type === "element");
}

function cellStyle(cell: Element | undefined): Style {
  const sides = String(cell?.properties["className"] ?? "");
  if (cell?.tagName === "th") return "Cell_20_heading";
  if (sides.includes("align-right")) return "Cell_20_right";
  return sides.includes("align-center") ? "Cell_20_centre" : "Cell";
}

/** Spaces, tabs and ends of lines as they are: ODF takes them for one space otherwise. */
function spaced(text: string): string {
  const parts = text.replace(/\n$/, "").split(/(\n|\t| {2,})/);
  return parts
    .map((part) => {
      if (part === "\n") return "<text:line-break/>";
      if (part === "\t") return "<text:tab/>";
      return / {2}/.test(part) ? ` <text:s text:c="${part.length - 1}"/>` : escaped(part);
    })
    .join("");
}
