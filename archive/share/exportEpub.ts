/**
 * Letters as an EPUB 3.3 publication (W3C Recommendation, 2023): one XHTML file a letter, a table of contents with their sections, the pictures
 * as they are, and what the EPUB Accessibility 1.1 specification wants told.
 */
import { createHash } from "node:crypto";
import type { Element } from "hast";
import { toXast } from "hast-util-to-xast";
import { toXml } from "xast-util-to-xml";
import { anchorOf, type Exported, type ExportedLetter, type ExportedPicture } from "./exported.ts";
import { epubStyle } from "./exportStyle.ts";
import { type Addresses, element, letterTree } from "./exportTree.ts";
import { zipFiles } from "./zipFiles.ts";

interface PackedPicture extends ExportedPicture {
  name: string;
}

const extensions: Record<string, string> = { "image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp" };

/** How the names of files of a media type end; null for a type that reading systems do not show. */
export function extensionOf(type: string): string | null {
  return extensions[type] ?? null;
}

export async function exportEpub(exported: Exported): Promise<Uint8Array> {
  const pictures = packPictures(exported.letters);
  const addresses: Addresses = {
    picture: (letter, path) => pictures.get(pictureKey(letter, path))?.name ?? null,
    place: (letter, section) => `${fileOf(letter)}${section === null ? "" : `#${anchorOf(letter, section)}`}`,
  };
  const letters = exported.letters.map((letter) => ({ name: fileOf(letter.head.id), text: xhtml(letter.head.title, letter.language, [letterTree(exported, letter, addresses)]) }));
  return zipFiles([
    // First and stored as it is, so that the first bytes of the file tell what it is (EPUB 3.3, 4.2.3).
    { path: "mimetype", bytes: "application/epub+zip", isStored: true },
    { path: "META-INF/container.xml", bytes: container },
    { path: "EPUB/package.opf", bytes: packageFile(exported, [...pictures.values()]) },
    { path: "EPUB/contents.xhtml", bytes: contents(exported) },
    { path: "EPUB/style.css", bytes: epubStyle },
    ...letters.map(({ name, text }) => ({ path: `EPUB/${name}`, bytes: text })),
    ...Array.from(pictures.values(), ({ name, bytes }) => ({ path: `EPUB/${name}`, bytes })),
  ]);
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function fileOf(letter: string): string {
  return `${anchorOf(letter)}.xhtml`;
}

function pictureKey({ head }: ExportedLetter, path: string): string {
  return `${head.id} ${path}`;
}

/** Those of a type that every reading system shows, by letter and path. */
function packPictures(letters: readonly ExportedLetter[]): Map<string, PackedPicture> {
  const packed = new Map<string, PackedPicture>();
  for (const letter of letters) {
    for (const [path, picture] of letter.pictures) {
      const extension = extensionOf(picture.type);
      if (extension) packed.set(pictureKey(letter, path), { ...picture, name: `picture-${packed.size + 1}.${extension}` });
    }
  }
  return packed;
}

function contents({ letters, words, language, title }: Exported): string {
  const lines = letters.map(({ head, date, sections }) => {
    const file = fileOf(head.id);
    const inner = sections.map((section) => element("li", {}, element("a", { href: `${file}#${anchorOf(head.id, section.id)}` }, section.title)));
    const link = element("a", { href: file }, `${head.title}, ${date}`);
    return element("li", {}, link, ...(inner.length > 0 ? [element("ol", {}, ...inner)] : []));
  });
  const nav = element("nav", { "epub:type": "toc", role: "doc-toc" }, element("h1", {}, words.contents), element("ol", {}, ...lines));
  return xhtml(title, language, [nav]);
}

function xhtml(title: string, language: string, body: Element[]): string {
  const html = element(
    "html",
    { xmlns: "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops", lang: language, "xml:lang": language },
    element("head", {}, element("title", {}, title), element("link", { rel: ["stylesheet"], href: "style.css" })),
    element("body", {}, ...body.map(withXmlLanguage)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${toXml(toXast(html)).replace(notXml, "")}\n`;
}

/** What XML 1.0 cannot hold, not even written as a number. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function withXmlLanguage<Node extends Element["children"][number]>(node: Node): Node {
  if (node.type !== "element") return node;
  const { lang } = node.properties;
  return { ...node, properties: lang === undefined ? node.properties : { ...node.properties, "xml:lang": lang }, children: node.children.map(withXmlLanguage) };
}

function packageFile(exported: Exported, pictures: readonly PackedPicture[]): string {
  const { title, language, letters, at, words } = exported;
  const authors = [...new Set(letters.flatMap(({ head, collection }) => (head.authors.length > 0 ? head.authors : [collection])))];
  const sources = [...new Set(letters.map(({ collection }) => collection))];
  const meta = (property: string, value: string): Element => element("meta", { property }, value);
  const modes = pictures.length > 0 ? ["textual", "visual"] : ["textual"];
  const metadata = element(
    "metadata",
    { "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
    element("dc:identifier", { id: "id" }, `urn:uuid:${uuidOf(exported)}`),
    element("dc:title", {}, title),
    ...[...new Set(letters.map((letter) => letter.language))].map((each) => element("dc:language", {}, each)),
    ...authors.map((author) => element("dc:creator", {}, author)),
    ...sources.map((source) => element("dc:source", {}, source)),
    ...(letters.length === 1 && letters[0]?.head.date ? [element("dc:date", {}, letters[0].head.date)] : []),
    meta("dcterms:modified", at.replace(/\.\d+Z$/, "Z")),
    ...modes.map((mode) => meta("schema:accessMode", mode)),
    meta("schema:accessModeSufficient", modes.join(",")),
    ...["structuralNavigation", "tableOfContents", "readingOrder", ...(pictures.length > 0 ? ["alternativeText"] : [])].map((feature) => meta("schema:accessibilityFeature", feature)),
    meta("schema:accessibilityHazard", "none"),
    meta("schema:accessibilitySummary", words.access),
  );
  const item = (id: string, href: string, type: string, properties?: string): Element => element("item", { id, href, "media-type": type, ...(properties && { properties }) });
  const manifest = element(
    "manifest",
    {},
    item("contents", "contents.xhtml", "application/xhtml+xml", "nav"),
    item("style", "style.css", "text/css"),
    ...letters.map(({ head }) => item(anchorOf(head.id), fileOf(head.id), "application/xhtml+xml")),
    ...pictures.map(({ name, type }) => item(name.replace(".", "-"), name, type)),
  );
  const spine = element("spine", {}, ...(letters.length > 1 ? [element("itemref", { idref: "contents" })] : []), ...letters.map(({ head }) => element("itemref", { idref: anchorOf(head.id) })));
  const root = element("package", { xmlns: "http://www.idpf.org/2007/opf", version: "3.0", "unique-identifier": "id", "xml:lang": language }, metadata, manifest, spine);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${plainXml(root)}\n`;
}

/** No HTML element has a say in a package file: "meta" holds a text there. */
function plainXml(node: Element["children"][number]): string {
  if (node.type === "text") return escaped(node.value);
  if (node.type !== "element") return "";
  const attributes = Object.entries(node.properties).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${node.tagName}${attributes.join("")}>${node.children.map(plainXml).join("")}</${node.tagName}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`).replace(notXml, "");
}

/** The same for the same sections of the same letters: a reader that has it already knows it again. In the form of a UUID (RFC 9562, version 8). */
function uuidOf({ letters }: Exported): string {
  const told = letters.map(({ head, sections }) => `${head.id} ${sections.map(({ id }) => id).join(" ")}`).join("\n");
  const hex = createHash("sha256").update(told).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
