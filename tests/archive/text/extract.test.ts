/** An extract keeps the words that were chosen, all of them and no others, and what they stood in. */
import type { ElementContent, RootContent } from "hast";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hypertext } from "../../../archive/model.ts";
import { extractOf } from "../../../archive/text/extract.ts";
import { parseMarkdown, plainText, toHypertext } from "../../../archive/text/hypertext.ts";

const markdown = `Un **début** avec un [lien](https://exemple.fr/).

- une *soupe*
- du pain

3. trois
4. quatre
5. cinq

| Pôle | Nombre | Qui |
|---|--:|---|
| Aider | 12 | Nour |
| Veiller | 7 | Ludo |

![Un pont](pictures/pont.svg "Le pont")

> Une citation.[^1]

Fin !

[^1]: Une note.`;

function hypertext(text: string): Hypertext {
  const { children } = parseMarkdown(text);
  const notes = children.filter((node) => node.type === "footnoteDefinition");
  return toHypertext(children.filter((node) => node.type !== "footnoteDefinition"), notes, "s");
}

const content = hypertext(markdown);
const bare = (text: string): string => text.replace(/\s+/g, "");

function tagsOf(node: Hypertext | RootContent | ElementContent): string[] {
  const inside = "children" in node ? node.children.flatMap((child) => tagsOf(child)) : [];
  return node.type === "element" ? [node.tagName, ...inside] : inside;
}

function extract(text: string): Hypertext {
  const found = extractOf(content, text);
  if (!found) throw new Error(`not found: ${text}`);
  return found;
}

/** Without the notes that come along. */
function body(part: Hypertext): Hypertext {
  return { ...part, children: part.children.filter((child) => child.type !== "element" || child.properties["dataFootnotes"] === undefined) };
}

describe("an extract", () => {
  test("has the very words, wherever it begins and ends", () => {
    const text = plainText(body(content));
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const chosen = text.slice(Math.min(a, b), Math.max(a, b));
        fc.pre(chosen.trim() !== "");
        expect(bare(plainText(body(extract(chosen))))).toBe(bare(chosen));
      }),
    );
  });

  test("keeps lists, numbers, columns, links and emphasis", () => {
    expect(tagsOf(extract("soupe\ndu pain"))).toEqual(["ul", "li", "em", "li"]);
    expect(extract("quatre\ncinq").children[0]).toMatchObject({ tagName: "ol", properties: { start: 4 } });
    expect(tagsOf(extract("Nour\nVeiller\n7"))).toEqual(["table", "tbody", "tr", "td", "td", "td", "tr", "td", "td", "td"]);
    expect(tagsOf(extract("avec un lien"))).toEqual(["p", "a"]);
  });

  test("has the pictures that stand inside of it only", () => {
    expect(tagsOf(extract("Ludo\nLe pont\nUne"))).toContain("img");
    expect(tagsOf(extract("Une citation"))).not.toContain("img");
  });

  test("brings the notes that it calls", () => {
    expect(plainText(extract("citation.1\nFin"))).toContain("Une note.");
    expect(plainText(extract("Fin"))).not.toContain("Une note.");
  });

  test("is none of words that are not there", () => {
    expect(extractOf(content, "ailleurs")).toBeNull();
    expect(extractOf(content, " \n")).toBeNull();
  });
});
