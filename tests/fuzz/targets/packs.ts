/** Packs with any byte changed are refused; packs well made by a hand that means harm are taken in without harm. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openArchive } from "../../../archive/archive.ts";
import { packEntries } from "../../../archive/share/makePack.ts";
import { encodeManifest, packFormat, type PackManifest } from "../../../archive/share/packManifest.ts";
import { zipOf } from "../../../archive/share/packZip.ts";
import { Chance } from "../../bench/random.mjs";
import { documentOf, keyOf, letterHead, pack, reportHead, shelfOf } from "../../archive/share/anyPack.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { makeZip } from "../../fixtures/makeZip.ts";
import { insistAnswer, insistCleanLetter } from "../invariants.ts";
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
      await archive.close();
      await rm(library, { recursive: true, force: true });
      await rm(path);
      insist((await readdir(folder)).length === 0, "something lies beside the library");
    },
  };
}

/** A pack whose titles, names and letters mean harm, and whose digests and signature are right. */
async function forged(seed: number, markdowns: readonly Uint8Array[]): Promise<Uint8Array> {
  const chance = new Chance(seed);
  const text = (): string => chance.oneOf(hostileTexts);
  const title = (): string => text().slice(0, 200) || "Titre";
  const letter = mutate(chance, markdowns.length > 0 && chance.onceIn(2) ? chance.oneOf(markdowns) : Buffer.from(`---\ntitle: ${JSON.stringify(title())}\ndate: 2022-10\n---\n\n## ${text()}\n\n${text()}\n`), markdowns);
  const head = letterHead("essai/2022-10", { title: title(), authors: [text()], sections: [{ id: "une", title: title(), rubric: chance.onceIn(2) ? "lecture" : null }] });
  const name = chance.onceIn(3) ? chance.oneOf([`pictures/${text()}.png`, text(), `../../${text()}`, "letter.md/x", "LETTER.md"]) : "pictures/a.png";
  const { documents, files } = documentOf(head, { "letter.md": letter, [name]: Buffer.from(text()) }, 1 + chance.below(3));
  const signer = chance.onceIn(2) ? key : null;
  const collections = [{ id: "essai", title: title(), description: text(), language: "fr" as const, sample: false, elsewhere: [] }];
  const manifest: PackManifest = { format: packFormat, publisher: signer && { name: signer.publisher, publicKey: signer.publicKey }, base: [], collections, rubrics: [{ id: "lecture", title: title() }], documents };
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
