/** A hand-out as an OpenDocument text (OASIS ODF 1.3): a zip of XML files and pictures, its type first and stored, for any word processor to go on with. */
import { extensionOf } from "./exportEpub.ts";
import { linkList } from "./exportTree.ts";
import type { Handout, HandoutPart } from "./handout.ts";
import { odtStyles, odtTableStyles } from "./odtStyles.ts";
import { odtBlocks, type OdtPicture } from "./odtText.ts";
import { attributes, declaration, escaped, namespaces, xml } from "./odtXml.ts";
import { zipFiles } from "./zipFiles.ts";

const type = "application/vnd.oasis.opendocument.text";

export function handoutOdt(handout: Handout): Promise<Uint8Array> {
  const pictures = new Map([...handout.pictures].map(([name, picture]): [string, OdtPicture] => [name, { ...picture, path: `Pictures/${name}.${extensionOf(picture.type)}` }]));
  return zipFiles([
    { path: "mimetype", bytes: type, isStored: true },
    { path: "META-INF/manifest.xml", bytes: manifestOf([...pictures.values()]) },
    { path: "styles.xml", bytes: odtStyles(handout.language, escaped(handout.title)) },
    { path: "content.xml", bytes: contentOf(handout, pictures) },
    { path: "meta.xml", bytes: metaOf(handout) },
    ...pictures.values(),
  ]);
}

function manifestOf(pictures: readonly OdtPicture[]): string {
  const entry = (path: string, media: string): string => `<manifest:file-entry${attributes({ "manifest:full-path": path, "manifest:media-type": media })}/>`;
  const files = [...["styles.xml", "content.xml", "meta.xml"].map((path) => entry(path, "text/xml")), ...pictures.map(({ path, type: media }) => entry(path, media))];
  return `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>
${files.join("\n")}
</manifest:manifest>
`;
}

function metaOf({ title, language }: Handout): string {
  const about = xml("dc:title", {}, escaped(title)) + xml("dc:language", {}, language);
  return `${declaration}<office:document-meta${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>${about}</office:meta></office:document-meta>\n`;
}

function contentOf(handout: Handout, pictures: ReadonlyMap<string, OdtPicture>): string {
  const { title, purpose, about, parts } = handout;
  const head = [heading(1, title), ...purpose.split(/\n+/).filter(Boolean).map((line) => paragraph("Standard", line)), ...(about ? [paragraph("Source", about)] : [])];
  const body = [...head, ...parts.map((part) => partText(part, handout, pictures))].join("\n");
  return `${declaration}<office:document-content${namespaces} office:version="1.3">${odtTableStyles}<office:body><office:text>\n${body}\n</office:text></office:body></office:document-content>\n`;
}

function partText({ role, title, blocks, links, source, language }: HandoutPart, handout: Handout, pictures: ReadonlyMap<string, OdtPicture>): string {
  const first = role === null ? heading(2, title ?? "") : paragraph("Role", role);
  const cited = odtBlocks(linkList(links, handout.words), { pictures, language: null, style: "Cited" });
  const text = odtBlocks(blocks, { pictures, language: language === handout.language ? null : language, style: "Standard" });
  return [first, text, cited, ...(source === null ? [] : [paragraph("Source", source)])].join("\n");
}

function heading(level: 1 | 2, text: string): string {
  return xml("text:h", { "text:style-name": `Heading_20_${level}`, "text:outline-level": String(level) }, escaped(text));
}

function paragraph(style: string, text: string): string {
  return xml("text:p", { "text:style-name": style }, escaped(text));
}
