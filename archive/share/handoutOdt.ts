/** A hand-out as an OpenDocument text (OASIS ODF 1.3): a zip of three XML files, its type first and stored, for any word processor to go on with. */
import type { Handout, HandoutPart } from "./handout.ts";
import { zipFiles } from "./zipFiles.ts";

const type = "application/vnd.oasis.opendocument.text";
const declaration = `<?xml version="1.0" encoding="UTF-8"?>\n`;
const names = ["office", "style", "text"].map((name) => ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join("") + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';

export function handoutOdt(handout: Handout): Promise<Uint8Array> {
  return zipFiles([
    { path: "mimetype", bytes: type, isStored: true },
    { path: "META-INF/manifest.xml", bytes: manifest },
    { path: "styles.xml", bytes: stylesOf(handout.language) },
    { path: "content.xml", bytes: contentOf(handout) },
  ]);
}

const manifest = `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
`;

function stylesOf(language: string): string {
  const style = (name: string, shown: string, paragraph: string, text: string, outline = ""): string =>
    `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph" style:parent-style-name="Standard"${outline}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
  const country = language === "fr" ? "FR" : "GB";
  return `${declaration}<office:document-styles${names} office:version="1.3"><office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="130%"/><style:text-properties fo:font-family="'Source Serif 4', Georgia, serif" fo:font-size="11pt" fo:language="${language}" fo:country="${country}"/></style:style>
${style("Heading_20_1", "Heading 1", 'fo:margin-bottom="0.4cm"', 'fo:font-size="22pt" fo:font-weight="bold"', ' style:default-outline-level="1"')}
${style("Heading_20_2", "Heading 2", 'fo:margin-top="0.8cm" fo:keep-with-next="always"', 'fo:font-size="15pt" fo:font-weight="bold"', ' style:default-outline-level="2"')}
${style("Role", "Role", 'fo:margin-top="0.6cm" fo:keep-with-next="always"', 'fo:font-weight="bold"')}
${style("Source", "Source", 'fo:margin-bottom="0.4cm"', 'fo:font-size="9pt" fo:font-style="italic"')}
</office:styles></office:document-styles>
`;
}

function contentOf({ title, purpose, about, parts }: Handout): string {
  const head = [heading(1, title), ...purpose.split(/\n+/).filter(Boolean).map((line) => paragraph("Standard", line)), ...(about ? [paragraph("Source", about)] : [])];
  return `${declaration}<office:document-content${names} office:version="1.3"><office:body><office:text>\n${[...head, ...parts.flatMap(partLines)].join("\n")}\n</office:text></office:body></office:document-content>\n`;
}

function partLines({ role, title, paragraphs, source }: HandoutPart): string[] {
  const first = role === null ? heading(2, title ?? "") : paragraph("Role", role);
  return [first, ...paragraphs.map((line) => paragraph("Standard", line)), ...(source === null ? [] : [paragraph("Source", source)])];
}

function heading(level: 1 | 2, text: string): string {
  return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${escaped(text)}</text:h>`;
}

function paragraph(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${escaped(text)}</text:p>`;
}

/** Without what XML 1.0 cannot hold, not even written as a number. */
function escaped(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
