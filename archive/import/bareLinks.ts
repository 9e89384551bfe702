/** Addresses in plain text as links, cleaned like all links; the text around them stays as it is. */
import type { PhrasingContent } from "mdast";
import { cleanLink } from "./links.ts";
import type { Notes } from "./notes.ts";

const address = /<?((?:https?:\/\/|www\.)[^\s<>"«»]{3,2000}|[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9.-]{0,200}\.[a-z]{2,24}(?![a-z0-9@-]))>?/gi;

export function bareLinks(text: string, notes: Notes): PhrasingContent[] {
  if (!/https?:\/\/|www\.|@/i.test(text)) return text === "" ? [] : [{ type: "text", value: text }];
  const content: PhrasingContent[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const found = withoutEnd(match[1] ?? "");
    const isFramed = match[0].startsWith("<") && match[0].endsWith(">");
    const start = match.index + (isFramed || !match[0].startsWith("<") ? 0 : 1);
    const url = cleanLink(fullAddress(found), notes);
    if (url === null) continue;
    if (start > from) content.push({ type: "text", value: text.slice(from, start) });
    content.push({ type: "link", url, title: null, children: [{ type: "text", value: shown(found, url) }] });
    from = isFramed ? match.index + match[0].length : start + found.length;
  }
  if (from < text.length) content.push({ type: "text", value: text.slice(from) });
  return content;
}

function fullAddress(found: string): string {
  if (/^https?:/i.test(found)) return found;
  return found.includes("@") && !found.includes("/") ? `mailto:${found}` : `https://${found}`;
}

/** What was typed, without what was stripped from the link. */
function shown(found: string, url: string): string {
  return /^https?:/i.test(found) ? url : found;
}

/** Punctuation after an address belongs to the sentence, a bracket only when it was not opened inside. */
function withoutEnd(found: string): string {
  let end = found.length;
  let unopened = found.split(")").length - found.split("(").length;
  for (; end > 0; end--) {
    const last = found[end - 1] ?? "";
    if (last === ")" && unopened > 0) unopened--;
    else if (!/[.,;:!?'’…\]*_]/.test(last)) break;
  }
  return found.slice(0, end);
}
