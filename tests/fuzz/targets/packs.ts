/** Packs with any byte changed are refused; packs well made by a hand that means harm are taken in without harm. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Archive, openArchive } from "../../../archive/archive.ts";
import { type Answer, succeed } from "../../../archive/model.ts";
import type { HandoutSaying } from "../../../archive/share/handout.ts";
import { packEntries } from "../../../archive/share/makePack.ts";
import { encodeManifest, type PackDossier, type PackManifest } from "../../../archive/share/packManifest.ts";
import { zipOf } from "../../../archive/share/packZip.ts";
import { Chance } from "../../bench/random.mjs";
import { documentOf, keyOf, letterHead, pack, reportHead, sha256, shelfOf } from "../../archive/share/anyPack.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { makeZip } from "../../fixtures/makeZip.ts";
import { insistAnswer, insistCleanLetter, insistCleanPage } from "../invariants.ts";
import { mutate } from "../mutate.ts";
import { pdfReader } from "../pdfReader.ts";
import { type Ground, insist, type Target } from "../target.ts";
import { hostileTexts } from "../values.ts";

const key = keyOf("La Dérivation");

export async function packs({ folder, forms }: Ground): Promise<Target> {
  const markdowns = forms.filter(({ name }) => name.endsWith(".md")).map(({ bytes }) => bytes);
  const honest = (await pack(shelfOf(documentOf(letterHead("essai/2022-10"), { "letter.md": Buffer.from("---\ntitle: Lettre\ndate: 2022-10\n---\n\n## Une {.lecture}\n\nTexte.\n"), "pictures/a.png": Buffer.from("png") }), documentOf(reportHead("essai/rapport"), { "report.pdf": makePdf([{ lines: ["Page"] }]) })), { key })).bytes;
  const library = join(folder, "library");
  const path = join(folder, "pack.relire");
  return {
    // Making a pack takes a while: it is made from its recipe when it is looked at.
    make: (chance) => (chance.onceIn(3) ? Buffer.from(JSON.stringify({ seed: chance.below(2 ** 31) })) : mutate(chance, honest, [honest, ...markdowns])),
    async check(input) {
      const recipe = /^\{"seed":(\d+)\}$/.exec(Buffer.from(input.subarray(0, 40)).toString("latin1"))?.[1];
      const bytes = recipe === undefined ? input : await forged(Number(recipe), markdowns);
      await mkdir(folder, { recursive: true });
      await writeFile(path, bytes);
      const archive = await openArchive({ bundled: [], library, readPdf: pdfReader() });
      const found = await archive.inspectPack(path);
      insistAnswer(found);
      const isChanged = input !== bytes ? false : !Buffer.from(honest).equals(input);
      insist(!(isChanged && found.ok), "a changed pack is opened");
      const report = await archive.library?.importPaths({ paths: [path] });
      for (const item of report?.ok ? report.value.items : []) {
        if (item.failure) insistAnswer({ ok: false, failure: item.failure });
        const letter = item.document !== null && item.kind === "letter" ? await archive.letter(item.document) : null;
        if (letter) insistAnswer(letter);
        if (letter?.ok) insistCleanLetter(letter.value);
      }
      for (const { id } of archive.library?.dossiers.all() ?? []) insistAnswer(await exported(archive, id));
      await archive.close();
      await rm(library, { recursive: true, force: true });
      await rm(path);
      insist((await readdir(folder)).length === 0, "something lies beside the library");
    },
  };
}

/** A dossier handed out as a page, which has to be clean. */
async function exported(archive: Archive, id: string): Promise<Answer<unknown>> {
  const dossier = archive.library?.dossiers.get(id);
  if (!dossier?.ok) return dossier ?? succeed(null);
  const page = await archive.dossierFile(dossier.value, { form: "paper" }, saying);
  if (page.ok) insistCleanPage(Buffer.from(page.value).toString("utf8"));
  return page;
}

const saying: HandoutSaying = { language: "fr", roles: { instruction: "Consigne", timing: "Temps", question: "Question" }, minutes: String, group: String, source: ({ document }) => document, extract: "extrait" };

/** A pack whose titles, names, letters, readings by machine and dossier mean harm, and whose digests and signature are right. */
async function forged(seed: number, markdowns: readonly Uint8Array[]): Promise<Uint8Array> {
  const chance = new Chance(seed);
  const text = (): string => chance.oneOf(hostileTexts);
  const title = (): string => text().slice(0, 200) || "Titre";
  const letter = mutate(chance, markdowns.length > 0 && chance.onceIn(2) ? chance.oneOf(markdowns) : Buffer.from(`---\ntitle: ${JSON.stringify(title())}\ndate: 2022-10\n---\n\n## ${text()}\n\n${text()}\n`), markdowns);
  const head = letterHead("essai/2022-10", { title: title(), authors: [text()], sections: [{ id: "une", title: title(), rubric: chance.onceIn(2) ? "lecture" : null }] });
  const name = chance.onceIn(3) ? chance.oneOf([`pictures/${text()}.png`, text(), `../../${text()}`, "letter.md/x", "LETTER.md"]) : "pictures/a.png";
  const pdf = makePdf([{ lines: ["Page"] }]);
  const ocr = JSON.stringify({ format: 1, sha256: sha256(pdf), engine: text(), pages: [{ page: chance.oneOf([1, 2, 0, 1e9]), lines: [[[text().slice(0, 500) || "mot", 0, 0, 0.5, 0.1, 90]]] }] });
  const { documents, files } = shelfOf(
    documentOf(head, { "letter.md": letter, [name]: Buffer.from(text()) }, 1 + chance.below(3)),
    ...(chance.onceIn(3) ? [documentOf(reportHead("essai/rapport"), { "report.pdf": pdf, "ocr.json": mutated(chance, ocr), "text.json": mutated(chance, JSON.stringify({ sha256: sha256(pdf), pages: [text()] })) })] : []),
  );
  const dossiers = chance.onceIn(2) ? [dossierOf(chance, text, files)] : null;
  const signer = chance.onceIn(2) ? key : null;
  const collections = [{ id: "essai", title: title(), description: text(), language: "fr" as const, sample: false, elsewhere: [] }];
  const manifest: PackManifest = { format: dossiers ? 2 : 1, publisher: signer && { name: signer.publisher, publicKey: signer.publicKey }, base: [], collections, rubrics: [{ id: "lecture", title: title() }], documents, ...(dossiers && { dossiers }) };
  // As `makePack` does, but for its check of what is packed.
  const entries = packEntries(manifest, encodeManifest(manifest), signer && signer.sign(encodeManifest(manifest)), async ({ path }) => files[path] ?? new Uint8Array());
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of zipOf(entries)) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch {
    // Names that no program writes.
    return makeZip(await Promise.all(entries.map(async ({ path, read }) => ({ name: path, content: await read(), method: 0 }))));
  }
}

/** What a manifest says of a dossier, whose file is put among the others. */
function dossierOf(chance: Chance, text: () => string, files: Record<string, Uint8Array>): PackDossier {
  const origin = { passage: "essai/2022-10#une", collection: text().slice(0, 500), document: text().slice(0, 500), date: null, page: text().slice(0, 50), language: "fr" };
  const items = [
    { id: "a", given: [], kind: "passage", title: text().slice(0, 500), text: text(), isWhole: true, origin },
    { id: "b", given: [text().slice(0, 64)], kind: "text", role: "question", text: text(), minutes: 5 },
  ];
  const title = text().trim().slice(0, 200) || "Titre";
  const id = "un-atelier";
  const dossier = { id, revision: chance.oneOf([0, 1, 99]), title, purpose: text(), groupSize: null, minutes: null, given: [], items, removed: [], archivedAt: chance.onceIn(4) ? text().slice(0, 40) : null, createdAt: text().slice(0, 40), changedAt: text().slice(0, 40) };
  const content = mutated(chance, JSON.stringify(dossier));
  const path = `dossiers/${id}.json`;
  files[path] = content;
  return { id, title, file: { path, bytes: content.length, sha256: sha256(content) } };
}

/** Mostly as it is. */
function mutated(chance: Chance, text: string): Uint8Array {
  return chance.onceIn(4) ? mutate(chance, Buffer.from(text), []) : Buffer.from(text);
}
