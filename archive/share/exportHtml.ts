/** Letters as one HTML page that needs nothing else: style and pictures inside, no script, nothing fetched. */
import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { anchorOf, type Exported } from "./exported.ts";
import { pageStyle } from "./exportStyle.ts";
import { type Addresses, element, letterTree } from "./exportTree.ts";

const addresses: Addresses = {
  picture({ pictures }, path) {
    const picture = pictures.get(path);
    return picture ? `data:${picture.type};base64,${Buffer.from(picture.bytes).toString("base64")}` : null;
  },
  place: (letter, section) => `#${anchorOf(letter, section)}`,
};

/** `style` comes before the page's own. */
export function exportHtml(exported: Exported, style = ""): string {
  const { title, language, letters } = exported;
  const head = element(
    "head",
    {},
    element("meta", { charSet: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { httpEquiv: ["Content-Security-Policy"], content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'" }),
    element("title", {}, title),
    element("style", {}, style + pageStyle),
  );
  const body = element("body", {}, ...(letters.length > 1 ? [contents(exported)] : []), element("main", {}, ...letters.map((letter) => letterTree(exported, letter, addresses))));
  return `<!doctype html>\n${toHtml(element("html", { lang: language }, head, body))}\n`;
}

function contents({ letters, words, title }: Exported): Element {
  const lines = letters.map(({ head, date }) => element("li", {}, element("a", { href: `#${anchorOf(head.id)}` }, `${head.title}, ${date}`)));
  return element("nav", { ariaLabel: words.contents }, element("p", {}, element("strong", {}, title)), element("ol", {}, ...lines));
}
