import fc from "fast-check";
import type { Element } from "hast";
import { describe, expect, test } from "vitest";
import type { Hypertext } from "../../archive/model.ts";
import { ownPicture, parseMarkdown, picturesOf, plainText, toHypertext } from "../../archive/text/hypertext.ts";

function hypertext(markdown: string): Hypertext {
  const { children } = parseMarkdown(markdown);
  const definitions = children.filter((node) => node.type === "definition" || node.type === "footnoteDefinition");
  return toHypertext(
    children.filter((node) => node.type !== "definition" && node.type !== "footnoteDefinition"),
    definitions,
    "ici",
  );
}

const textOf = (markdown: string): string => plainText(hypertext(markdown));
const hrefsOf = (markdown: string) => elements(hypertext(markdown)).filter(({ tagName }) => tagName === "a").map(({ properties }) => properties["href"]);

describe("cleaning", () => {
  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["a style", "<style>p { color: red }</style>"],
    ["a frame", '<iframe src="https://example.org"></iframe>'],
    ["an embedded object", '<object data="x.swf"></object><embed src="x.swf">'],
    ["a form", '<form action="https://example.org"><input name="a"><button>b</button></form>'],
    ["a base, a link, a meta", '<base href="https://example.org"><link rel="stylesheet" href="x.css"><meta http-equiv="refresh" content="0">'],
    ["an SVG with a handler", '<svg onload="alert(1)"><script>alert(1)</script></svg>'],
    ["a picture with a handler", '<img src="x" onerror="alert(1)">'],
    ["a video", '<video src="https://example.org/a.mp4" autoplay></video>'],
  ])("drops %s, raw or in a line of text", (_, html) => {
    for (const markdown of [html, `Avant ${html} après.`, `- ${html}\n\n> ${html}`]) {
      const left = elements(hypertext(markdown));
      expect(left.filter(({ tagName }) => !["p", "ul", "li", "blockquote"].includes(tagName))).toEqual([]);
      expect(left.filter(({ properties }) => Object.keys(properties).length > 0)).toEqual([]);
    }
  });

  test("drops what a syntax tree itself asks to be, which no Markdown can but an importer might", () => {
    const hidden = { hName: "script", hProperties: { onclick: "alert(1)", style: "color: red", src: "https://example.org/a.js" } };
    const inLine = { type: "emphasis" as const, data: { hName: "iframe", hProperties: { srcdoc: "x" } }, children: [{ type: "text" as const, value: "mots" }] };
    const blocks = [
      { type: "paragraph" as const, data: hidden, children: [{ type: "text" as const, value: "alert(1)" }] },
      { type: "paragraph" as const, data: { hProperties: hidden.hProperties }, children: [inLine] },
    ];
    const left = toHypertext(blocks, [], "ici");
    expect(elements(left).map(({ tagName, properties }) => ({ tagName, properties }))).toEqual([{ tagName: "p", properties: {} }]);
    expect(plainText(left)).toBe("mots");
  });

  test("keeps the words around dropped HTML", () => {
    expect(textOf("Avant <b onclick='x'>gras</b> après.")).toBe("Avant gras après.");
  });

  test("keeps emphasis, lists, quotations, tables, code and boxes to tick", () => {
    const markdown = "*a* **b** ~~c~~ `d`\n\n- [x] e\n\n1. f\n\n> g\n\n| h |\n|---|\n| i |\n\n```\nj\n```\n\n### k\n\n---";
    const names = new Set(elements(hypertext(markdown)).map(({ tagName }) => tagName));
    expect([...names].sort()).toEqual("blockquote code del em h3 hr input li ol p pre strong table tbody td th thead tr ul".split(" "));
    expect(elements(hypertext("- [x] e")).find(({ tagName }) => tagName === "input")?.properties).toEqual({ type: "checkbox", checked: true, disabled: true });
  });

  test.each(["https://example.org/a?b#c", "http://example.org", "mailto:ada@example.org", "relire://essai/2022-10#une-lecture", "#ici"])("keeps the link %s", (href) => {
    expect(hrefsOf(`[x](${href})`)).toEqual([href]);
  });

  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java&#115;cript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "<java\tscript:alert(1)>",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "blob:relire://app/x",
    "ftp://example.org",
    "chrome://settings",
    "relire:essai",
    "//example.org",
    "\\\\example.org",
    "/index.html",
    "index.html",
    "../pictures/a.svg",
    "",
    " ",
  ])("gives the link %j nowhere to lead, and keeps its words", (href) => {
    expect(hrefsOf(`[mots](${href})`).filter((found) => found !== undefined)).toEqual([]);
    expect(hrefsOf(`[mots][x]\n\n[x]: <${href}>`).filter((found) => found !== undefined)).toEqual([]);
    expect(textOf(`[mots](${href})`)).toContain("mots");
  });

  test("marks bare addresses as links", () => {
    expect(hrefsOf("Voir https://example.org et ada@example.org.")).toEqual(["https://example.org", "mailto:ada@example.org"]);
  });

  test("keeps nothing of where things stood in the file", () => {
    expect(JSON.stringify(hypertext("## A\n\n*b* [c](https://d.example)\n\n- e"))).not.toContain('"position"');
  });
});

describe("pictures", () => {
  test.each([
    ["../pictures/a.svg", "pictures/a.svg"],
    ["pictures/a-b_c.1.png", "pictures/a-b_c.1.png"],
    ["../pictures/été.svg", "pictures/été.svg"],
  ])("of the collection are kept: %s", (address, path) => {
    expect(ownPicture(address)).toBe(path);
    expect(picturesOf(hypertext(`![alt](${address} "légende")`))).toEqual([path]);
  });

  test.each([
    "https://example.org/a.png",
    "//example.org/a.png",
    "data:image/png;base64,iVBORw0KGgo=",
    "data:image/svg+xml,%3Csvg onload=alert(1)%3E",
    "blob:x",
    "file:///pictures/a.svg",
    "/pictures/a.svg",
    "../../pictures/a.svg",
    "../pictures/../catalogue.json",
    "../pictures/..",
    "../pictures/.hidden",
    "../pictures/a/b.svg",
    "../pictures/a\\b.svg",
    "../pictures/..%2fcatalogue.json",
    "../pictures/%2e%2e/a",
    "..%2Fpictures%2F..%2Fa",
    "../pictures/a%00.svg",
    "../pictures/%E9.svg",
    "../pictures/a.svg?x",
    "../pictures/a.svg#x",
    "../pictures/",
    "../reports/a.pdf",
    "",
  ])("from elsewhere lose their address and keep their words: %j", (address) => {
    expect(ownPicture(address)).toBeNull();
    const image = elements(hypertext(`![des mots](<${address}> "légende")`)).find(({ tagName }) => tagName === "img");
    expect(image?.properties).toEqual({ alt: "des mots", title: "légende" });
  });
});

describe("plainText", () => {
  test("puts blocks on lines of their own and keeps words of a line together", () => {
    expect(textOf("Un *deux*\ntrois.\n\n- quatre\n- **cinq** [six](https://example.org)\n\n> sept  \n> huit\n\n| neuf | dix |\n|---|---|\n| onze | douze |")).toBe(
      "Un deux\ntrois.\nquatre\ncinq six\nsept\nhuit\nneuf\ndix\nonze\ndouze",
    );
  });

  test("has the captions of pictures, not their alt texts", () => {
    expect(textOf('![un dessin](../pictures/a.svg "La légende") suite')).toBe("La légende\nsuite");
  });

  test("has the words of notes, without the arrows back", () => {
    expect(textOf("Texte[^1].\n\n[^1]: La note.")).toBe("Texte1.\nLa note.");
  });

  test("is empty where there are no words", () => {
    expect(textOf("")).toBe("");
    expect(textOf("![alt](../pictures/a.svg)\n\n---\n\n<b></b>")).toBe("");
  });
});

describe("whatever goes in", () => {
  const names = "script style iframe object embed svg math form base link meta img a p div video audio template noscript".split(" ");
  const attributes = ["onclick=x", "onerror='y'", 'onload="z"', "style=color:red", "srcdoc=<script>", "src=https://example.org/a.js", "href=javascript:x", "id=a", "class=b", "formaction=x", "xlink:href=javascript:x"];
  const tag = fc.tuple(fc.constantFrom(...names), fc.subarray(attributes), fc.constantFrom(">", "/>", "\n>", "")).map(([name, given, end]) => `<${name} ${given.join(" ")}${end}`);
  const closing = fc.constantFrom(...names).map((name) => `</${name}>`);
  const markdown = fc.constantFrom("[a](javascript:b)", "![a](data:b)", "![a](../pictures/../b)", "[a]: javascript:b\n", "[a]", "![a][a]", "<javascript:a>", "<https://example.org/onclick=x>", "- ", "> ", "\n", "\n\n", "`", "```\n", "|", "|---|", "[^1]", "[^1]: ", "*", "#", "&lt;script&gt;", "&#106;avascript:", "<!--", "-->", "<![CDATA[", "]]>", "\\");
  const anyMarkdown = fc.array(fc.oneof(tag, closing, markdown, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 30 }).map((parts) => parts.join(""));

  test("no tree holds a script, a style, a frame, a handler, or an address that is not allowed", () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        for (const { tagName, properties } of elements(hypertext(markdown))) {
          expect(allowed).toContain(tagName);
          expect(Object.keys(properties).filter((name) => /^(?:on|style|srcdoc|srcset|formaction|xlink)/i.test(name))).toEqual([]);
          expect(properties["href"] ?? "#").toMatch(/^(?:#|https?:|mailto:|relire:\/\/)/i);
          expect(properties["src"] ?? "pictures/a").toMatch(/^pictures\/[^/\\]+$/);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("no tree holds raw HTML or comments, only elements and text", () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        expect(new Set(types(hypertext(markdown)).filter((type) => !["root", "element", "text"].includes(type)))).toEqual(new Set());
      }),
      { numRuns: 200 },
    );
  });
});

/** Every element that Markdown can make here; written out, so that the list of the code is checked and not repeated. */
const allowed = "a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td th thead tr ul".split(" ");

function elements(node: Hypertext | Element): Element[] {
  return node.children.flatMap((child) => (child.type === "element" ? [child, ...elements(child)] : []));
}

function types(node: Hypertext | Element): string[] {
  return [node.type, ...node.children.flatMap((child) => (child.type === "element" ? types(child) : [child.type]))];
}
