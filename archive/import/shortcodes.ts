/**
 * What site generators put into Markdown that is no Markdown: `{{< figure >}}` (Hugo), `{% imageContent %}` (Nunjucks, Liquid), `::: quote`
 * (Pandoc, Quarto, markdown-it), `{: .class}` (kramdown). Pictures become Markdown pictures, quotations quotations; of the others only the tags
 * go, what they enclose stays. Code is left alone.
 */
import type { Notes } from "./notes.ts";

export function resolveShortcodes(text: string, notes: Notes): string {
  const lines: string[] = [];
  let fence: string | null = null;
  const open: ("quote" | "other")[] = [];
  for (const line of joinTags(text).split("\n")) {
    const highlight = /^\s{0,9}\{%-?\s*(?:(highlight)\s*([\w+-]{0,30})|endhighlight)[^%\n]{0,100}%\}\s*$/.exec(line.slice(0, 300));
    if (highlight) {
      fence = highlight[1] === undefined ? null : "{%";
      lines.push(`\`\`\`${highlight[2] ?? ""}`);
      continue;
    }
    const mark = fence === "{%" ? undefined : /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === null || line.trim().startsWith(fence))) fence = fence === null ? mark.slice(0, 3) : null;
    const block = fence === null && mark === undefined ? /^ {0,3}:{3,}\s*(.*?)\s*:*\s*$/.exec(line.slice(0, 500)) : null;
    if (block) {
      // Quotations begin and end as paragraphs of their own.
      lines.push("", "");
      fenceBlock(block[1] ?? "", open, notes);
      continue;
    }
    const quotes = open.filter((kind) => kind === "quote").length;
    const content = fence === null ? inLine(line, notes) : line;
    if (content !== null) lines.push(quotes > 0 ? `${"> ".repeat(quotes)}${content}` : content);
  }
  return lines.join("\n");
}

const maxOpen = 20;

function fenceBlock(name: string, open: ("quote" | "other")[], notes: Notes): void {
  if (name === "") {
    open.pop();
    return;
  }
  notes.add("shortcode-removed", `::: ${name}`);
  if (open.length < maxOpen) open.push(/quote|citation|epigraph/i.test(name) ? "quote" : "other");
}

/** A tag over several lines is put on one. */
function joinTags(text: string): string {
  if (!text.includes("{{") && !text.includes("{%")) return text;
  return text.replace(/\{\{[<%][^{}]{0,2000}?[>%]\}\}|\{%[^{}]{0,2000}?%\}/g, (tag) => tag.replace(/\s*\n\s*/g, " "));
}

/** The line without its tags, or null when nothing of it stays. */
function inLine(line: string, notes: Notes): string | null {
  if (!/\{[{%:#.]|^\s*\[\[?_?toc/i.test(line)) return line;
  const code: string[] = [];
  // Inline code speaks of tags: it is set aside and put back.
  const set = line.replace(/`[^`]{1,500}`/g, (found) => `\uE000${code.push(found) - 1}\uE001`);
  const replaced = set
    .replace(/\{\{([<%])\s*([^{}]{0,2000}?)\s*[>%]\}\}/g, (found: string, _mark: string, body: string) => tagText(found, body, notes))
    .replace(/\{%-?\s*([^{}]{0,2000}?)\s*-?%\}/g, (found: string, body: string) => tagText(found, body, notes))
    .replace(/^(#{1,6} [^\n]{0,300}?)\s{0,9}\{[^{}\n]{0,200}\}\s*$/, "$1")
    .replace(/^\s{0,9}\{:[^{}\n]{0,200}\}\s*$/, "")
    .replace(/(?<=[\])*_])\{:?\s*(?:[.#][\w-]+|[\w-]+="[^"{}]*")(?:\s+[^{}]{0,100})?\}/g, "")
    .replace(/^\s{0,9}(?:\[\[_?toc_?\]\]|\[toc\])\s*$/i, "");
  const back = replaced.replace(/\uE000(\d+)\uE001/g, (_found, index: string) => code[Number(index)] ?? "");
  return back.trim() === "" && line.trim() !== "" ? "" : back;
}

function tagText(found: string, body: string, notes: Notes): string {
  const [name = ""] = body.split(/\s/, 1);
  if (/^(?:figure|img|image\w*|picture|photo|illustration)$/i.test(name)) return picture(body.slice(name.length));
  notes.add("shortcode-removed", found);
  return "";
}

/** A Markdown picture from `src="…" alt="…" caption="…"` or from `"file", "description"`. */
function picture(body: string): string {
  const named = new Map([...body.matchAll(/([\w-]{1,40})\s*[=:]\s*(?:"([^"]{0,1000})"|'([^']{0,1000})')/g)].map((match) => [(match[1] ?? "").toLowerCase(), match[2] ?? match[3] ?? ""]));
  const quoted = [...body.matchAll(/"([^"]{0,1000})"|(?<![\p{L}\p{N}])'([^']{0,1000})'/gu)].map((match) => match[1] ?? match[2] ?? "");
  const isFile = (text: string): boolean => /^\S+\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:\?\S*)?$/i.test(text) || /^(?:https?:)?\/\/\S+$/.test(text);
  const address = named.get("src") ?? named.get("url") ?? quoted.find(isFile) ?? body.trim().split(/\s/, 1)[0] ?? "";
  const alt = named.get("alt") || named.get("caption") || named.get("title") || quoted.filter((text) => !isFile(text)).sort((a, b) => b.length - a.length)[0] || "";
  const caption = named.get("caption");
  const image = `![${alt.replace(/[[\]\\]/g, "\\$&")}](<${address.replace(/[<>\s]/g, "%20")}>)`;
  return caption && caption !== alt ? `${image}\n\n${caption}` : image;
}
