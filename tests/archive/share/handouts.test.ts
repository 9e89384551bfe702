/** What is handed out of a dossier: passages keep their structure in every form, and what is not in the archive keeps its words. */
import { describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../../../archive/archive.ts";
import type { Dossier, DossierItem } from "../../../archive/dossier.ts";
import type { DossierFileForm } from "../../../archive/dossierFile.ts";
import { readPdf } from "../../../archive/import/pdf.ts";
import { openZip } from "../../../archive/zip/openZip.ts";
import { handoutSaying } from "../../../electron/handoutSaying.ts";
import { valueOf } from "../../fixtures/library.ts";
import { putArchive } from "../../fixtures/letterArchive.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const rich = `## Une soupe {#soupe}

Pour **trente**, un [lien](https://exemple.fr/a?b=1&c=2) et une [page](relire://a/rapport#p1).[^1]

### Ce qu'il faut

- des fanes
  - de carottes
- du pain

3. laver
4. cuire

| Quoi | Combien |
|---|--:|
| Fanes | 15 |

> On en a repris.

![Un pont](pictures/pont.svg "Le pont")

![Absente](pictures/absente.png)

\`\`\`
a < b
  c
\`\`\`

[^1]: Une note & fin.`;
const other = "## Autre {#soupe}\n\nEncore.[^1]\n\n[^1]: Une autre note.";
const pont = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="20" height="10"/></svg>';

let count = 0;
function passage(id: string, more: { text?: string; isWhole?: boolean; page?: string } = {}): DossierItem {
  const { text = "Le texte gardé.", isWhole = true, page = null } = more;
  count += 1;
  return { id: `item-${count}`, given: [], kind: "passage", title: "Une soupe", text, isWhole, origin: { passage: id, collection: "A", document: "Lettre", date: "2022-03", page, language: "fr" }, highlight: null };
}

function dossierOf(...items: DossierItem[]): Dossier {
  return { id: "d", revision: 0, title: "Atelier & soir", purpose: "", groupSize: null, minutes: null, given: [], items, removed: [], archivedAt: null, createdAt: "", changedAt: "" };
}

function open(): Promise<Archive> {
  putArchive(folder, "library", { letters: { "a/2022-03": rich, "a/2022-04": other }, reports: { "a/rapport": [["Une page."]] } });
  folder.put("library/letters/a/2022-03/pictures/pont.svg", pont);
  return openArchive({ bundled: [folder.at("library")], library: null, readPdf });
}

async function made(form: DossierFileForm, dossier: Dossier, language: "fr" | "en" = "fr"): Promise<Uint8Array> {
  const archive = await open();
  const bytes = valueOf(await archive.dossierFile(dossier, form, handoutSaying(language)));
  await archive.close();
  return bytes;
}

async function text(form: DossierFileForm, dossier: Dossier, language: "fr" | "en" = "fr"): Promise<string> {
  return Buffer.from(await made(form, dossier, language)).toString();
}

/** By name. */
async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = valueOf(await openZip(bytes));
  const files = new Map<string, string>();
  for (const entry of zip.entries) files.set(entry.name, Buffer.from(valueOf(await zip.read(entry))).toString());
  zip.close();
  return files;
}

/** Each element is closed where it should be, and each & begins a reference. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  const crossed: string[] = [];
  for (const [, end, name = "", empty] of xml.replace(/<\?.*?\?>/g, "").matchAll(/<(\/?)([\w:.-]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (end && open.pop() !== name) crossed.push(name);
    if (!end && !empty) open.push(name);
  }
  expect(crossed).toEqual([]);
  expect(open).toEqual([]);
  expect(xml.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]|&(?!#\d+;)/);
}

const dossier = dossierOf(passage("a/2022-03#soupe"), passage("a/2022-04#soupe"));

describe("the page that is printed", () => {
  test("has lists, tables, quotations, headings, notes, the picture itself and the addresses cited", async () => {
    const html = await text({ form: "paper" }, dossier);
    for (const part of ["<strong>trente</strong>", "<h3>Ce qu’il faut</h3>", "<li>du pain</li>", '<ol start="3">', '<td class="align-right">15</td>', "<blockquote>", 'src="data:image/svg+xml;base64,', 'alt="Un pont"', "<figcaption>Le pont</figcaption>", "Image : Absente", "https://exemple.fr/a?b=1&#x26;c=2</a></li>"]) expect(html).toContain(part);
    expect(html).not.toMatch(/relire:\/\/|↩|<script/);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("shows of an extract what was chosen, and says so", async () => {
    const html = await text({ form: "paper" }, dossierOf(passage("a/2022-03#soupe", { text: "de carottes\ndu pain", isWhole: false })));
    expect(html).toContain("<li>du pain</li>");
    expect(html).toContain("(extrait)");
    expect(html).not.toContain("Fanes");
  });

  test("keeps the words of what is not in the archive, or not any more, and says so", async () => {
    const html = await text({ form: "paper" }, dossierOf(passage("b/2022-03#soupe"), passage("a/2022-03#perdue"), passage("a/2022-03#soupe", { text: "Des mots changés depuis.", isWhole: false })));
    expect(html.match(/texte gardé dans le dossier/g)).toHaveLength(2);
    expect(html).toContain("<p>Des mots changés depuis.</p>");
  });

  test("has a page of a report as text, with the number printed on it", async () => {
    const html = await text({ form: "paper" }, dossierOf(passage("a/rapport#p1", { text: "Une ligne qui\nva plus loin.\nUne autre.", page: "iv" })));
    expect(html).toContain("<p>Une ligne qui va plus loin.</p><p>Une autre.</p>");
    expect(html).toMatch(/mars 2022, p\.\u00A0iv</);
    expect(html).not.toContain("texte gardé");
  });

  test("speaks English when asked to, of French texts that stay French", async () => {
    const html = await text({ form: "paper" }, dossier, "en");
    for (const part of ['<html lang="en">', '<section lang="fr"', "Addresses cited:", "Picture: Absente", "A, “Lettre”, March 2022"]) expect(html).toContain(part);
  });

  test("tells a table row by row that is too wide for its sheet, and no other", async () => {
    const look = { isBlackAndWhite: false, isLarge: true };
    const wide = dossierOf(passage("a/2022-03#soupe"));
    expect(await text({ form: "paper", look: { ...look, form: "a4" } }, wide)).not.toContain('class="rows"');
    putArchive(folder, "wide", { letters: { "a/2022-03": `## Large {#soupe}\n\n| Un | Deux |\n|---|---|\n| ${"a".repeat(30)} | ${"b".repeat(30)} |\n` } });
    const archive = await openArchive({ bundled: [folder.at("wide")], library: null, readPdf });
    const html = Buffer.from(valueOf(await archive.dossierFile(wide, { form: "paper", look: { ...look, form: "cards" } }, handoutSaying("fr")))).toString();
    expect(html).toContain(`<ul class="rows"><li><p><strong>Un</strong> – ${"a".repeat(30)}</p><p><strong>Deux</strong> – ${"b".repeat(30)}</p></li></ul>`);
    expect(html).not.toContain("<table");
    await archive.close();
  });
});

describe("Markdown", () => {
  test("has the structures of Markdown; notes of two passages are never taken for one another", async () => {
    const markdown = await text({ form: "markdown" }, dossier);
    for (const line of ["> ### Ce qu’il faut", "> - des fanes", ">   - de carottes", "> 3. laver", "| Fanes |", "> > On en a repris.", "**trente**", "[lien](https://exemple.fr/a?b=1\\&c=2)", "_Image : Un pont_", "[^p1-soupe-1]: Une note & fin.", "[^p2-soupe-1]: Une autre note.", "_A, «\u202FLettre\u202F», mars 2022_"]) expect(markdown).toContain(line);
  });
});

describe("an OpenDocument text", () => {
  test("is well-formed, and has lists, tables, links, notes and pictures as ODF has them", async () => {
    const files = await unzipped(await made({ form: "odt" }, dossier));
    expect([...files.keys()]).toEqual(["mimetype", "META-INF/manifest.xml", "styles.xml", "content.xml", "meta.xml", "Pictures/picture-1.svg"]);
    for (const [name, xml] of files) if (name.endsWith(".xml")) expectWellFormed(xml);
    const content = files.get("content.xml") ?? "";
    for (const part of [
      '<text:h text:style-name="Heading_20_3" text:outline-level="3">Ce qu’il faut</text:h>',
      '<text:list text:style-name="Bullets"><text:list-item><text:p text:style-name="Standard">des fanes',
      '<text:list-item text:start-value="3">',
      "<table:table-header-rows>",
      '<text:p text:style-name="Cell_20_right">15</text:p>',
      'xlink:href="https://exemple.fr/a?b=1&#38;c=2"',
      '<text:span text:style-name="Strong_20_Emphasis">trente</text:span>',
      '<text:p text:style-name="Quotations">On en a repris.</text:p>',
      '<draw:image xlink:href="Pictures/picture-1.svg"',
      "<svg:desc>Un pont</svg:desc>",
      '<text:p text:style-name="Caption">Le pont</text:p>',
      'text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name="Footnote">Une note &#38; fin.',
      "a &#60; b<text:line-break/> <text:s text:c=\"1\"/>c",
      "A, «\u202FLettre\u202F», mars 2022",
    ]) expect(content).toContain(part);
    expect(files.get("META-INF/manifest.xml")).toContain('manifest:full-path="Pictures/picture-1.svg" manifest:media-type="image/svg+xml"');
    const named = [...content.matchAll(/ (?:text|table):style-name="([^"]+)"/g)].map(([, name]) => name ?? "");
    const styles = `${files.get("styles.xml") ?? ""}${content}`;
    expect([...new Set(named)].filter((name) => !styles.includes(` style:name="${name}"`))).toEqual([]);
  });
});
