/** The bench's passages as an archive that the app opens: letters of ten sections, sealed. Bundled for Node like `ours.ts`. */
import { rmSync } from "node:fs";
import { readPdf } from "../../archive/import/pdf.ts";
import { join } from "node:path";
import { sealFolder } from "../../archive/assembleIndex.ts";
import { openFolder } from "../../archive/openFolder.ts";
import { type CatalogueEntry, writeCatalogue } from "../../archive/store/catalogue.ts";
import { sha256 } from "../../archive/store/digest.ts";
import { documentFile } from "../../archive/store/layout.ts";
import { parseLetter } from "../../archive/store/letterFile.ts";
import { writeFile } from "../../archive/store/writeFile.ts";
import type { Passage } from "./ours.ts";

const sectionsPerLetter = 10;

export async function makeArchive(folder: string, passages: readonly Passage[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const documents: CatalogueEntry[] = [];
  for (let at = 0; at < passages.length; at += sectionsPerLetter) {
    documents.push(await writeLetter(folder, at / sectionsPerLetter, passages.slice(at, at + sectionsPerLetter)));
  }
  const collection = { id: "banc", title: "Banc", description: "", language: "fr", sample: true, elsewhere: [] } as const;
  await writeCatalogue(folder, { format: 1, collections: [{ ...collection, elsewhere: [] }], rubrics: [], documents, bin: [] });
  const opened = await openFolder(folder, readPdf);
  const heads = new Map(opened.documents.map(({ entry }) => [entry.head.id, entry.head]));
  await sealFolder(opened, (id) => heads.get(id), readPdf);
}

async function writeLetter(folder: string, number: number, passages: readonly Passage[]): Promise<CatalogueEntry> {
  const id = `banc/l${number}`;
  const date = `${2000 + (number % 25)}-${String(1 + (number % 12)).padStart(2, "0")}`;
  const sections = passages.map(({ title, text }, place) => `## ${oneLine(title) || "–"} {#s${place}}\n\n${oneLine(text)}\n`);
  const markdown = `---\ntitle: Lettre ${number}\ndate: ${date}\nauthors: []\n---\n\n${sections.join("\n")}`;
  const letter = parseLetter(markdown, id);
  if (!letter.ok) throw new Error(`${id}: ${letter.failure.detail}`);
  await writeFile(join(folder, documentFile(letter.value.head)), markdown);
  return { head: letter.value.head, bytes: Buffer.byteLength(markdown), sha256: sha256(markdown), pictures: [] };
}

/** Without what Markdown would read as something else than a paragraph. */
function oneLine(text: string): string {
  return text.replace(/[\s#{}<>*_`~|[\]!\\&]+/g, " ").replace(/^[\s\-+=:\d.)]+/, "").trim();
}
