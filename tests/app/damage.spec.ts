/** A damaged bundle: the app opens, says which document and why, and everything else works. Each test breaks a copy on purpose. */
import { mkdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { runCli } from "../fixtures/runCli.ts";
import { expect, test } from "./launch.ts";
import { marked } from "./marks.ts";

test("a damaged index is made again in memory, and said", async ({ launch, archiveCopy }) => {
  await truncate(join(archiveCopy, "index.sealed"), 1000);
  const { window } = await launch({ archive: archiveCopy });
  await expect(window.getByText("L’index de recherche était abîmé.")).toBeVisible();
  await window.getByRole("combobox").fill("geek de service");
  await expect(window.getByRole("group", { name: /Lettre d’informations/ })).toBeVisible();
});

test("a letter with broken front matter is named, and the others open", async ({ launch, archiveCopy }) => {
  const file = join(archiveCopy, "letters/la-derivation/2022-10/letter.md");
  await writeFile(file, (await readFile(file, "utf8")).replace("date: 2022-10", "date: octobre"));
  const { window } = await launch({ archive: archiveCopy });
  await expect(window.getByText("La lettre «\u202FLettre d’informations\u202F» ne peut pas être lue")).toBeVisible();
  await expect(window.getByText("Fichier\u00A0: letters/la-derivation/2022-10/letter.md")).toBeVisible();
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await expect(window.getByRole("alert")).toContainText("ne peut pas être lue");
  await window.getByRole("button", { name: /Lettre n° 10/ }).click();
  await expect(window.getByRole("heading", { name: /Lettre n° 10/, level: 1 })).toBeVisible();
});

test("a truncated report is named, and the other reports open", async ({ launch, archiveCopy }) => {
  const file = join(archiveCopy, "reports/la-derivation/mutualisons-2022/report.pdf");
  await truncate(file, 100_000);
  const { window } = await launch({ archive: archiveCopy });
  await expect(window.getByText("Le rapport « « Mutualisons ! » » est incomplet".replaceAll(/ (?=[»!])|(?<=«) /g, "\u202F"))).toBeVisible();
  await window.getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name: /Mutualisons/ }).first().click();
  await expect(window.getByRole("alert")).toContainText("est incomplet");
  await window.getByRole("button", { name: /Veillées/ }).first().click();
  await expect(window.getByRole("textbox", { name: "Aller à la page" })).toBeVisible();
});

test("a missing picture is replaced by its description", async ({ launch, archiveCopy }) => {
  await rm(join(archiveCopy, "letters/la-derivation/2022-10/pictures/livre.svg"));
  const { window } = await launch({ archive: archiveCopy });
  await expect(window.getByText("Une image de «\u202FLettre d’informations\u202F» manque")).toBeVisible();
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await expect(window.getByText(/^Image absente\u00A0: Dessin d’un livre/)).toBeAttached();
});

test("without a catalogue the app opens and says what to do", async ({ launch, archiveCopy }) => {
  await writeFile(join(archiveCopy, "catalogue.json"), "not JSON");
  const { window } = await launch({ archive: archiveCopy });
  await expect(window.getByText("Le catalogue de l’archive est abîmé")).toBeVisible();
  await expect(window.getByText("Aucune lettre ici.")).toBeVisible();
});

test("a letter changed on disk is read anew and found under its new words", async ({ launch, archiveCopy }) => {
  const file = join(archiveCopy, "letters/la-derivation/2022-10/letter.md");
  await writeFile(file, (await readFile(file, "utf8")).replace("## Une annonce", "Un mot : hippopotame.\n\n## Une annonce"));
  const { window } = await launch({ archive: archiveCopy });
  await window.getByRole("combobox").fill("hippopotame");
  await window.getByRole("option").first().click();
  await expect.poll(async () => marked(window)).toEqual([{ text: "hippopotame", isInView: true }]);
});

test("damaged settings are set aside, kept, and said", async ({ launch }) => {
  const first = await launch();
  await first.close();
  await writeFile(join(first.profile, "settings.json"), "{ half");
  const { window } = await launch({ profile: first.profile });
  await expect(window.getByText("Vos réglages ne pouvaient plus être lus.")).toBeVisible();
  expect(await readFile(join(first.profile, "settings.json.damaged"), "utf8")).toBe("{ half");
});

test("the librarian, killed, is started again and goes on answering", async ({ app: { electron, window } }) => {
  const kill = () =>
    electron.evaluate(({ app }) => {
      const librarian = app.getAppMetrics().find(({ serviceName, name }) => name === "Relire librarian" || serviceName === "Relire librarian");
      if (librarian) process.kill(librarian.pid, "SIGKILL");
      return librarian !== undefined;
    });
  expect(await kill()).toBe(true);
  await window.getByRole("combobox").fill("geek de service");
  await expect(window.getByRole("group", { name: /Lettre d’informations/ })).toBeVisible();
});

/** As a disk that fails leaves it. */
const garbage = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251));

test("every file of the profile and the library that is not a letter, damaged at once: kept, named, and the letters open", async ({ launch }) => {
  const first = await launch();
  const folder = first.profile;
  await first.close();
  const library = join(folder, "library");
  await mkdir(join(folder, "given"));
  await writeFile(join(folder, "given/mai.md"), letterMarkdown(mayLetter));
  expect(runCli(["import", join(folder, "given/mai.md")], { library }).code).toBe(0);
  expect(runCli(["reindex"], { library }).code).toBe(0);
  const ofProfile = ["settings.json", "report-views.json", "imports/0123.json"];
  const ofLibrary = ["catalogue.json", "index.sealed", "index.documents", "passages.texts", "publishers.json"];
  await mkdir(join(folder, "imports"), { recursive: true });
  for (const file of ofProfile) await writeFile(join(folder, file), garbage);
  for (const file of ofLibrary) await writeFile(join(library, file), garbage);
  const { window, close } = await launch({ profile: folder });
  await expect(window.getByText("Vos réglages ne pouvaient plus être lus.")).toBeVisible();
  await expect(window.getByText("Les pages où vous aviez laissé les rapports")).toBeAttached();
  await window.getByRole("combobox").fill("salamandres");
  await window.getByRole("option").first().click();
  await expect(window.getByRole("heading", { name: "Lettre de mai", level: 1 })).toBeVisible();
  for (const file of ofProfile) expect(await readFile(join(folder, `${file}.damaged`)), file).toEqual(garbage);
  for (const file of ["catalogue.json", "publishers.json"]) expect(await readFile(join(library, `${file}.damaged`)), file).toEqual(garbage);
  await close();
  expect(runCli(["verify"], { library }).out).not.toContain("letter-");
});
