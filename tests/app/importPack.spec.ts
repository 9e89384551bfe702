/** A pack tells whom it is from before anything of it is taken in; one that was altered is refused. */
import { readFileSync, writeFileSync } from "node:fs";
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { runCli } from "../fixtures/runCli.ts";
import type { TemporaryFolder } from "../fixtures/temporaryFolder.ts";
import type { App } from "./launch.ts";
import { expect, given, report, test } from "./importing.ts";

/** Makes a pack of a letter, signed when there is a key; gives its path. */
function makePack(folder: TemporaryFolder, name: string, key: string | null): string {
  const library = folder.at(`library-${name}`);
  folder.put(`${name}.md`, letterMarkdown({ ...mayLetter, title: `Lettre ${name}` }));
  expect(runCli(["import", folder.at(`${name}.md`), "--collection", "le-printemps"], { library }).code).toBe(0);
  const pack = folder.at(`${name}.relire`);
  const made = runCli(["pack", pack, "--collection", "le-printemps", ...(key ? ["--key", key] : [])], { library });
  expect(made.err + String(made.code)).toMatch(/0$/);
  return pack;
}

function dialog({ window }: App) {
  return window.getByRole("dialog", { name: /Importer ce paquet/ });
}

test("an unsigned pack says so, and nothing of it is taken in before one agrees", async ({ app, folder }) => {
  const pack = makePack(folder, "une", null);
  await given(app, pack);
  await expect(dialog(app)).toContainText("Non signé");
  await expect(dialog(app)).toContainText("Il contient 1 document");
  await dialog(app).getByRole("button", { name: "Annuler" }).click();
  await expect(dialog(app)).toBeHidden();
  await expect(app.window.getByRole("button", { name: /Lettre une/ })).toHaveCount(0);
  await given(app, pack);
  await dialog(app).getByRole("button", { name: "Importer" }).click();
  await expect(report(app.window)).toContainText("1 ajouté");
  await expect(app.window.getByRole("region", { name: "Liste" }).getByRole("button", { name: /Lettre une/ })).toBeVisible();
});

test("a signed pack shows its key the first time, and is verified from then on", async ({ app, folder }) => {
  const key = folder.at("printemps.key");
  expect(runCli(["key", "new", key, "--publisher", "Le Printemps"]).code).toBe(0);
  await given(app, makePack(folder, "une", key));
  await expect(dialog(app)).toContainText("Signé par Le Printemps, que vous ne connaissiez pas encore");
  await expect(dialog(app)).toContainText("Empreinte de la clé");
  await dialog(app).getByRole("button", { name: "Importer" }).click();
  await expect(report(app.window)).toContainText("1 ajouté");
  await given(app, makePack(folder, "deux", key));
  await expect(dialog(app)).toContainText("De Le Printemps, signature vérifiée");
});

test("an altered pack is refused, whatever one does", async ({ app, folder }) => {
  const pack = makePack(folder, "une", null);
  const bytes = readFileSync(pack);
  const at = bytes.indexOf("salamandres");
  const middle = at >= 0 ? at : Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(pack, bytes);
  await given(app, pack);
  const refusal = app.window.getByRole("alertdialog", { name: "Ce paquet est refusé" });
  await expect(refusal).toContainText("une.relire");
  await refusal.getByRole("button", { name: "Fermer" }).click();
  await expect(refusal).toBeHidden();
  await expect(app.window.getByRole("button", { name: /Lettre une/ })).toHaveCount(0);
});
