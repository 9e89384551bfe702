/** An older app that meets what a later one wrote: it says so for each file, lets the letters be read, and leaves every byte as it was. */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { makePdf } from "../fixtures/makePdf.ts";
import { runCli } from "../fixtures/runCli.ts";
import { expect, test } from "./launch.ts";

/** What a later version might keep: another number, another shape. */
const later = `${JSON.stringify({ format: 9, kept: { otherwise: true } })}\n`;
const ofProfile = ["settings.json", "reading.json", "tabs.json", "window.json", "report-views.json", "imports/0123.json"];
const ofLibrary = ["notes/a1.json", "dossiers/a1.json", "publishers.json"];

/** All files under a folder, with their bytes. */
async function bytesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.sort().map(async (file) => [file, (await readFile(file)).toString("base64")] as const)));
}

test("files of a later version are named, and every byte of them and of the library is as before", async ({ launch }) => {
  const first = await launch();
  await first.close();
  const library = join(first.profile, "library");
  await mkdir(join(first.profile, "given"));
  await writeFile(join(first.profile, "given/mai.md"), letterMarkdown(mayLetter));
  expect(runCli(["import", join(first.profile, "given/mai.md")], { library }).code).toBe(0);
  for (const folder of [join(first.profile, "imports"), join(library, "notes"), join(library, "dossiers")]) await mkdir(folder, { recursive: true });
  const put = [...ofProfile.map((file) => join(first.profile, file)), ...ofLibrary.map((file) => join(library, file)), join(library, "catalogue.json")];
  for (const file of put) await writeFile(file, later);
  const before = await bytesIn(library);

  const { window, close } = await launch({ profile: first.profile });
  await expect(window.getByText("Un fichier de votre profil vient d’une version plus récente de Relire.")).toHaveCount(5);
  await expect(window.getByText("Cette bibliothèque vient d’une version plus récente de Relire.")).toHaveCount(2);
  await expect(window.getByText("Le compte rendu d’un import vient d’une version plus récente")).toHaveCount(1);
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await expect(window.getByRole("heading", { name: "Lettre d’informations", level: 1 })).toBeVisible();
  await window.keyboard.press("End");
  const changed = await window.evaluate(async () => [
    await globalThis.window.relire.changeSettings({ theme: "dark" }),
    await globalThis.window.relire.keepReadings([{ document: "la-derivation/2022-10", state: { kind: "read", at: 1 } }]),
    await globalThis.window.relire.keepReportView({ document: "la-derivation/mutualisons-2022", view: { page: 3, zoom: "auto", layout: "continuous", rotation: 0 } }),
  ]);
  expect(changed).toEqual(Array.from({ length: 3 }, () => ({ ok: false, failure: { code: "profile-newer" } })));
  await close();

  for (const file of ofProfile) expect(await readFile(join(first.profile, file), "utf8"), file).toBe(later);
  expect(await bytesIn(library)).toEqual(before);
});

test("what a later version read by machine is named, offered neither anew nor to be forgotten, and stays as it was", async ({ launch }) => {
  const first = await launch();
  await first.close();
  const library = join(first.profile, "library");
  await mkdir(join(first.profile, "given"));
  await writeFile(join(first.profile, "given/numérisation.pdf"), makePdf([{ lines: [] }]));
  expect(runCli(["import", join(first.profile, "given/numérisation.pdf")], { library }).code).toBe(0);
  const catalogue = JSON.parse(await readFile(join(library, "catalogue.json"), "utf8")) as { documents: [{ head: { id: string }; machine?: string }] };
  const file = `reports/${catalogue.documents[0].head.id}/ocr.json`;
  catalogue.documents[0].machine = createHash("sha256").update(later).digest("hex");
  await writeFile(join(library, "catalogue.json"), JSON.stringify(catalogue));
  await writeFile(join(library, file), later);

  const { window } = await launch({ profile: first.profile });
  const named = window.getByRole("status").filter({ hasText: "vient d’une version plus récente de Relire" });
  await expect(named).toContainText(file);
  await window.getByRole("navigation").getByRole("button", { name: /^Rapports/ }).click();
  await window.locator("section.list").getByRole("button", { name: /^numérisation/ }).click();
  await expect(window.locator(".page-note").first()).toContainText("Ce que la machine y a lu vient d’une version plus récente de Relire");
  await window.getByRole("button", { name: "Affichage et actions" }).click();
  await expect(window.getByRole("menuitem").first()).toBeVisible();
  await expect(window.getByRole("menuitem", { name: /machine/ })).toHaveCount(0);
  expect(await readFile(join(library, file), "utf8")).toBe(later);
});

test("a damaged file of the profile is named once, with where it lies now", async ({ launch }) => {
  const first = await launch();
  await first.close();
  const files = ["reading.json", "tabs.json", "window.json", "imports/0123.json"];
  await mkdir(join(first.profile, "imports"), { recursive: true });
  for (const file of files) await writeFile(join(first.profile, file), "{ half");
  const second = await launch({ profile: first.profile });
  for (const said of ["où vous en étiez de chaque lettre", "Les onglets de la dernière fois", "La place de la fenêtre", "Le compte rendu d’un import passé"]) {
    await expect(second.window.getByText(said)).toBeVisible();
  }
  for (const file of files) await expect(second.window.getByText(`${file}.damaged`)).toBeVisible();
  await second.close();
  for (const file of files) expect(await readFile(join(first.profile, `${file}.damaged`), "utf8"), file).toBe("{ half");
  const third = await launch({ profile: first.profile });
  await expect(third.window.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(third.window.getByText("ne pouvait plus être lu")).toHaveCount(0);
});
