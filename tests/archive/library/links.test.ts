/** Links that were copied once, followed after the archive changed: they lead where they led, or say what is missing. */
import { describe, expect, test } from "vitest";
import type { Archive } from "../../../archive/archive.ts";
import { writeLink } from "../../../archive/text/archiveLink.ts";
import { letterText, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const soup = "Une soupe de fanes, pour les soirs où le marché ferme.";
const service = "Chaud, dans les bols que chacun apporte avec soi.";
const body = `Bonjour à celles et ceux qui passent.\n\n## La soupe\n\n${soup}\n\n### Le service\n\n${service}\n\n## Réparer ensemble\n\nOn répare des grille-pain.\n`;

async function openWithLetter(text = letterText({ body })) {
  folder.put("lettre.md", text);
  const opened = await openLibraryIn(folder);
  const { document } = await opened.importOne(folder.at("lettre.md"), { collection: "essai" });
  return { ...opened, id: document! };
}

const linkTo = (document: string, section: string | null = null, start: string | null = null, title: string | null = "La lettre", date: string | null = "2023-05") =>
  writeLink({ kind: "letter", document, section, paragraph: start === null ? null : { index: 1, start }, title, date });
const follow = async (archive: Archive, href: string) => valueOf(await archive.resolveLink(href));

describe("a link to a letter", () => {
  test("leads to it, to its section and to its paragraph", async () => {
    const { archive, id } = await openWithLetter();
    expect(await follow(archive, linkTo(id))).toEqual({ kind: "letter", id, section: null, paragraph: null, isLost: false });
    expect(await follow(archive, linkTo(id, "la-soupe"))).toMatchObject({ section: "la-soupe", isLost: false });
    expect(await follow(archive, linkTo(id, "la-soupe", "chaud dans les bols"))).toMatchObject({ section: "la-soupe", paragraph: { index: 1, start: "chaud dans les bols" } });
    expect(await follow(archive, linkTo(id, null, "bonjour a celles"))).toMatchObject({ section: "ouverture" });
    expect(await follow(archive, `relire://${id}#la-soupe`)).toMatchObject({ id, section: "la-soupe" });
  });

  test("holds when the letter is given another title, date and collection, and when the app is started anew", async () => {
    const { archive, library, id } = await openWithLetter();
    valueOf(await library.edit(id, { title: "Lettre de mai", date: "2024-01-02", collection: "Autre" }));
    await archive.close();
    const again = await openLibraryIn(folder);
    expect(await follow(again.archive, linkTo(id, "la-soupe"))).toMatchObject({ kind: "letter", id, section: "la-soupe" });
  });

  test("follows its paragraph when a section is split, merged or given another name", async () => {
    const { archive, library, id } = await openWithLetter();
    valueOf(await library.splitSection(id, "la-soupe", 0));
    expect(await follow(archive, linkTo(id, "la-soupe", "chaud dans les bols"))).toMatchObject({ section: "le-service" });
    expect(await follow(archive, linkTo(id, "la-soupe", "une soupe de fanes"))).toMatchObject({ section: "la-soupe" });
    valueOf(await library.mergeSection(id, "reparer-ensemble"));
    expect(await follow(archive, linkTo(id, "reparer-ensemble"))).toMatchObject({ section: "le-service", isLost: false });
    expect(await follow(archive, linkTo(id, "reparer-ensemble", "on repare des grille pain"))).toMatchObject({ section: "le-service" });
    valueOf(await library.editSection(id, "la-soupe", { title: "Un repas" }));
    expect(await follow(archive, linkTo(id, "la-soupe"))).toMatchObject({ section: "la-soupe" });
  });

  test("finds section and paragraph again in a letter that was received anew", async () => {
    const { archive, importOne, id } = await openWithLetter();
    folder.put("lettre.md", letterText({ body: body.replace("## La soupe", "## Une soupe de saison").replace("## Réparer ensemble", "## Réparer tous ensemble") }));
    expect((await importOne(folder.at("lettre.md"), { collection: "essai" })).document).toBe(id);
    expect(await follow(archive, linkTo(id, "la-soupe", "une soupe de fanes"))).toMatchObject({ section: "une-soupe-de-saison", paragraph: { start: "une soupe de fanes" } });
    expect(await follow(archive, linkTo(id, "reparer-ensemble"))).toMatchObject({ section: "reparer-tous-ensemble", isLost: false });
    expect(await follow(archive, linkTo(id, "la-soupe"))).toMatchObject({ section: null, isLost: true });
  });

  test("leads to the same letter under another id: made from the same original, or called and dated the same", async () => {
    const { archive, id } = await openWithLetter();
    const digest = id.split("-").at(-1);
    expect(await follow(archive, linkTo(`ailleurs/2023-05-${digest}`, "la-soupe", null, null, null))).toMatchObject({ id, section: "la-soupe" });
    expect(await follow(archive, linkTo("essai/2023-05", null, null, "LA LETTRE", "2023-05-12"))).toMatchObject({ kind: "letter", id });
    expect(await follow(archive, linkTo("essai/2023-05", null, null, "La lettre", "2023-06"))).toMatchObject({ kind: "missing" });
    expect(await follow(archive, linkTo("essai/2023-05", null, null, "La lettre", null))).toMatchObject({ kind: "missing" });
  });

  test("leads to the one letter that has the very words of the paragraph, whatever it is called now", async () => {
    const { archive, id } = await openWithLetter();
    expect(await follow(archive, linkTo("ailleurs/2019", "autre-chose", "une soupe de fanes pour les soirs", "Autrement", "2019"))).toMatchObject({ kind: "letter", id, section: "la-soupe" });
    expect(await follow(archive, linkTo("ailleurs/2019", "autre-chose", "une soupe de fanes", "Autrement", "2019"))).toMatchObject({ kind: "missing" });
    expect(await follow(archive, linkTo("ailleurs/2019", "autre-chose", "les soirs pour une soupe de fanes", "Autrement", "2019"))).toMatchObject({ kind: "missing" });
  });

  test("does not choose between two letters that are called and dated the same", async () => {
    const { archive, importOne } = await openWithLetter();
    folder.put("autre.md", letterText({ body: `${"Tout autre chose. ".repeat(3)}\n\n## Un verger\n\n${Array.from({ length: 60 }, (_, at) => `pommier${"abcdefghij"[at % 10]}${"klmnopqrst"[Math.floor(at / 10)]}`).join(" ")}\n` }));
    await importOne(folder.at("autre.md"), { collection: "ailleurs" });
    expect(await follow(archive, linkTo("troisieme/2023-05"))).toMatchObject({ kind: "missing" });
    expect(await follow(archive, linkTo("ailleurs/2023-05"))).toMatchObject({ kind: "letter", id: expect.stringMatching(/^ailleurs\//) });
  });
});

describe("a link to what is not here", () => {
  test("says what it was, and that it is in the bin, or of a collection that is known", async () => {
    const { archive, library, id, importOne } = await openWithLetter();
    folder.put("autre.md", letterText({ title: "Une autre", date: "2022-01" }));
    await importOne(folder.at("autre.md"), { collection: "essai" });
    valueOf(await library.edit(id, { title: "Lettre de mai" }));
    valueOf(await library.remove(id));
    expect(await follow(archive, linkTo(id))).toEqual({ kind: "missing", missing: { id, sort: "letter", title: "Lettre de mai", date: "2023-05", collection: "essai", isInBin: true } });
    valueOf(await library.emptyBin());
    expect(await follow(archive, linkTo(id))).toEqual({ kind: "missing", missing: { id, sort: "letter", title: "La lettre", date: "2023-05", collection: "essai", isInBin: false } });
    expect(await follow(archive, "relire://report/inconnue/rapport?page=3")).toEqual({ kind: "missing", missing: { id: "inconnue/rapport", sort: "report", title: null, date: null, collection: null, isInBin: false } });
  });

  test("leads there again once it is imported again", async () => {
    const { archive, library, id, importOne } = await openWithLetter();
    valueOf(await library.remove(id));
    valueOf(await library.emptyBin());
    await importOne(folder.at("lettre.md"), { collection: "essai" });
    expect(await follow(archive, linkTo(id, "la-soupe"))).toMatchObject({ kind: "letter", id, section: "la-soupe" });
  });
});

test("a link to a report leads to its page, or to its last one when it has fewer now", async () => {
  folder.put("rapport.pdf", makePdf([{ lines: ["Une page"] }, { lines: ["Une autre"] }]));
  const { archive, importOne } = await openLibraryIn(folder);
  const { document } = await importOne(folder.at("rapport.pdf"), { collection: "essai" });
  const link = (page: number | null) => writeLink({ kind: "report", document: document!, page, title: null, date: null });
  expect(await follow(archive, link(2))).toEqual({ kind: "report", id: document, page: 2 });
  expect(await follow(archive, link(12))).toEqual({ kind: "report", id: document, page: 2 });
  expect(await follow(archive, link(null))).toEqual({ kind: "report", id: document, page: null });
});

test("a link to a search gives its words, and what is no link is refused", async () => {
  const { archive } = await openLibraryIn(folder);
  expect(await follow(archive, "relire://search?q=geek+de+service")).toEqual({ kind: "search", text: "geek de service" });
  expect(await archive.resolveLink("relire://app/index.html")).toMatchObject({ failure: { code: "link-invalid" } });
});
