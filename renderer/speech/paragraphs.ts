/** What a voice reads of an article: its titles and paragraphs, without what only helps the eye. */
import type { Paragraph } from "./speaker.ts";

const blocks = "h1, h2, h3, h4, p, li, figcaption, td, th, pre";
const passedOver = "nav, [aria-hidden='true'], .visually-hidden, .player, .rubric, .meta, sup";

/** In reading order. A block inside another ("li p") is read as part of the innermost. */
export function paragraphsOf(article: Element): Paragraph[] {
  return Array.from(article.querySelectorAll(blocks)).flatMap((block) => {
    if (block.closest(passedOver)) return [];
    const nodes = ownTexts(block);
    const [first, last] = [nodes[0], nodes.at(-1)];
    const text = nodes
      .map(({ data }) => data)
      .join("")
      .replace(/\u00AD/g, "")
      .replace(/\s+/g, " ")
      .trim();
    if (!first || !last || text === "") return [];
    const range = document.createRange();
    range.setStart(first, 0);
    range.setEnd(last, last.length);
    return [{ text, range }];
  });
}

/** The text nodes of a block that belong to no other block inside it. */
function ownTexts(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
    parentElement && parentElement.closest(blocks) === block && !parentElement.closest(passedOver) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes.filter(({ data }, index) => data.trim() !== "" || (index > 0 && index < nodes.length - 1));
}
