/** The placeholders that a mailing service was to fill in (`*|FNAME|*`, `{{ contact.PRENOM }}`, `%%email%%`…): taken out of texts and addresses. */
import type { PhrasingContent, RootContent } from "mdast";
import type { Notes } from "./notes.ts";

const tag = new RegExp(
  [
    String.raw`\*\|[A-Za-z0-9_:.,%/ -]{1,80}\|\*`,
    String.raw`\{\{[^{}\n]{1,120}\}\}`,
    String.raw`\{%[^{}\n]{1,120}%\}`,
    String.raw`%%[A-Za-z0-9_.:-]{1,60}%%`,
    String.raw`#[A-Z][A-Z_]{3,40}#`,
    String.raw`\[\[(?:[A-Z0-9_:.]{3,60}|(?:unsub|desabo|email|mail|link|lien|mirror|miroir|data|contact)[A-Za-z0-9_:.-]{0,60})\]\]`,
    String.raw`\[(?:subscriber|newsletter|link|date|global|site|unsubscribe|mailto|view_in_browser)(?::[^\]\n]{1,80})?\]`,
    String.raw`\{(?:unsubscribe|unsubscription|webversion|mirror|update_profile|email|e-mail|first_?name|last_?name|name|prenom|nom|contact\.[A-Za-z_]{1,40}|lien_[a-z_]{1,40}|[A-Z][A-Z_]{3,40})\}`,
  ].join("|"),
  "g",
);

export function removeMergeTags(blocks: readonly RootContent[], notes: Notes): RootContent[] {
  return blocks.flatMap((block) => cleaned(block, notes));
}

function cleaned(node: RootContent, notes: Notes): RootContent[] {
  if (node.type === "text") {
    const value = withoutTags(node.value, notes);
    return value === "" ? [] : [value === node.value ? node : { ...node, value }];
  }
  if (!("children" in node)) return [node];
  const children = (node.children as RootContent[]).flatMap((child) => cleaned(child, notes));
  const unchanged = children.length === node.children.length && children.every((child, index) => child === node.children[index]);
  if (node.type === "link" && hasTag(node.url)) {
    notes.add("merge-tag-removed", node.url);
    return children;
  }
  if (unchanged) return [node];
  const isEmpty = children.every((child) => child.type === "break" || (child.type === "text" && child.value.trim() === ""));
  if (isEmpty && node.type !== "tableCell" && node.type !== "tableRow" && node.type !== "listItem") return [];
  return [{ ...node, children: trimmed(children as PhrasingContent[], node.type) } as RootContent];
}

/** A paragraph that began or ended with a tag has a space too many. */
function trimmed(children: PhrasingContent[], type: string): PhrasingContent[] {
  if (type !== "paragraph" && type !== "heading") return children;
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === "text") first.value = first.value.trimStart();
  if (last?.type === "text") last.value = last.value.trimEnd();
  return children.filter((child) => child.type !== "text" || child.value !== "");
}

function withoutTags(text: string, notes: Notes): string {
  if (!/[*{%#[]/.test(text)) return text;
  return text.replace(tag, (found) => {
    notes.add("merge-tag-removed", found);
    return "";
  });
}

function hasTag(address: string): boolean {
  let decoded = address;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    // As it is written, then.
  }
  tag.lastIndex = 0;
  return tag.test(decoded) || /^\*?\|?(?:UNSUB|ARCHIVE)/i.test(decoded);
}
