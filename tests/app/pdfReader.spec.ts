/** PDFs that changed on disk are read by a process of their own, in the real app: what they do to it, they do not do to the archive. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ElectronApplication } from "@playwright/test";
import { bomb } from "../fixtures/badPdfs.ts";
import { makePdf } from "../fixtures/makePdf.ts";
import { expect, test } from "./launch.ts";

const report = "reports/la-derivation/mutualisons-2022/report.pdf";

/** The processes that read PDFs now. */
function readers(electron: ElectronApplication): Promise<number[]> {
  return electron.evaluate(({ app }) => app.getAppMetrics().flatMap(({ serviceName, name, pid }) => ([serviceName, name].includes("Relire PDF reader") ? [pid] : [])));
}

test("a report that changed is read anew, and found under its new words", async ({ launch, archiveCopy }) => {
  await writeFile(join(archiveCopy, report), makePdf([{ lines: ["Un hippopotame"] }, { lines: ["et sa suite"] }]));
  const { window } = await launch({ archive: archiveCopy });
  await window.getByRole("combobox").fill("hippopotame");
  await expect(window.getByRole("option")).toHaveCount(1);
});

test("a report that fills the memory is given up by name, and the other reports open", async ({ launch, archiveCopy }) => {
  await writeFile(join(archiveCopy, report), bomb(2 ** 30));
  const other = join(archiveCopy, "reports/les-passerelles/veillees-numeriques-2022/report.pdf");
  await writeFile(other, Buffer.concat([await readFile(other), Buffer.from("\n")]));
  const { window, electron } = await launch({ archive: archiveCopy });
  await expect(window.getByText(/a été abandonné.*: il demande trop de mémoire\./)).toBeVisible({ timeout: 60_000 });
  await window.getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name: /Veillées/ }).first().click();
  await expect(window.getByRole("textbox", { name: "Aller à la page" })).toBeVisible();
  expect((await readers(electron)).length).toBeLessThan(2);
});

test("the process that reads ends with the librarian that wanted it", async ({ launch, archiveCopy }) => {
  await writeFile(join(archiveCopy, report), makePdf([{ lines: ["Un hippopotame"] }]));
  const { window, electron } = await launch({ archive: archiveCopy });
  await window.getByRole("combobox").fill("hippopotame");
  await expect(window.getByRole("option")).toHaveCount(1);
  const [first] = await readers(electron);
  expect(first).toBeGreaterThan(0);
  await electron.evaluate(({ app }) => {
    const librarian = app.getAppMetrics().find(({ serviceName, name }) => [serviceName, name].includes("Relire librarian"));
    if (librarian) process.kill(librarian.pid, "SIGKILL");
  });
  await expect.poll(() => readers(electron)).not.toContain(first);
});
