/** HTML tags among the words of a Markdown paragraph: the few that say something become Markdown, of the others only the tags go. */
import type { PhrasingContent } from "mdast";
import { parseFragment } from "parse5";
import { htmlBlocks } from "./html.ts";
import { cleanLink } from "./links.ts";
import type { Notes } from "./notes.ts";
import type { Pictures } from "./pictures.ts";

interface Open {
  tag: string;
  url: string | null;
  children: PhrasingContent[];
}

const wrappers: Record<string, "strong" | "emphasis" | "delete"> = { b: "strong", strong: "strong", i: "emphasis", em: "emphasis", cite: "emphasis", s: "delete", del: "delete", strike: "delete" };
const silenced = new Set(["script", "style", "iframe", "object", "noembed", "textarea", "select", "svg", "template"]);

export function inlineHtml(nodes: readonly PhrasingContent[], notes: Notes, pictures: Pictures): PhrasingContent[] {
  if (!nodes.some((node) => node.type === "html")) return [...nodes];
  const stack: Open[] = [{ tag: "", url: null, children: [] }];
  for (const node of nodes) {
    const top = stack.at(-1);
    if (node.type === "html") readTag(node.value, stack, notes, pictures);
    else if (top && !silenced.has(top.tag)) top.children.push(node);
  }
  while (stack.length > 1) close(stack);
  return stack[0]?.children ?? [];
}

function readTag(html: string, stack: Open[], notes: Notes, pictures: Pictures): void {
  const match = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(html);
  const tag = match?.[2]?.toLowerCase();
  const top = stack.at(-1);
  if (tag === undefined || !top) return;
  if (match?.[1] === "/") {
    if (stack.some((open, index) => index > 0 && open.tag === tag)) {
      while (stack.at(-1)?.tag !== tag) close(stack);
      close(stack);
    }
    return;
  }
  if (/\son[a-z]+\s*=/i.test(html)) notes.add("active-removed", `<${tag} …>`);
  if (silenced.has(top.tag)) return;
  if (tag === "br") top.children.push({ type: "break" });
  else if (tag === "img") addAll(top.children, htmlBlocks(html, notes, pictures).flatMap((block) => (block.type === "paragraph" ? block.children : [])));
  else if (silenced.has(tag) && !html.endsWith("/>")) {
    notes.add("active-removed", `<${tag}>`);
    stack.push({ tag, url: null, children: [] });
  } else if (tag === "a") stack.push({ tag, url: linkOf(html, notes), children: [] });
  else if (wrappers[tag] !== undefined) stack.push({ tag, url: null, children: [] });
}

function linkOf(html: string, notes: Notes): string | null {
  // The Standard's own parser knows what character references in an address stand for.
  const [link] = parseFragment(html).childNodes;
  const address = link && "attrs" in link ? link.attrs.find(({ name }) => name === "href")?.value : undefined;
  return address === undefined ? null : cleanLink(address, notes);
}

function close(stack: Open[]): void {
  const open = stack.pop();
  const parent = stack.at(-1);
  if (!open || !parent || silenced.has(open.tag) || open.children.length === 0) return;
  const type = wrappers[open.tag];
  if (open.url !== null) parent.children.push({ type: "link", url: open.url, title: null, children: open.children });
  else if (type) parent.children.push({ type, children: open.children });
  else addAll(parent.children, open.children);
}

function addAll(children: PhrasingContent[], more: readonly PhrasingContent[]): void {
  for (const child of more) children.push(child);
}
