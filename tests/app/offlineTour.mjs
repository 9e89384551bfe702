/**
 * A reader's tour of the app, to be run where there is no network: `node offlineTour.mjs EXECUTABLE PROFILE FILE PDF [ARGUMENT…]` starts, searches, reads a
 * letter and a report, imports FILE, exports to PDF, looks at the settings and at what the app is. Says each step on standard output as it is done.
 */
import { _electron } from "playwright";

const [executablePath = "", profile = "", file = "", pdf = "", ...more] = process.argv.slice(2);
const app = await _electron.launch({ executablePath, args: [`--user-data-dir=${profile}`, "--lang=fr", ...more], env: { ...process.env, LANGUAGE: "fr", LC_ALL: "fr_FR.UTF-8" }, timeout: 120_000 });
const window = await app.firstWindow();
window.setDefaultTimeout(60_000);
const rail = window.getByRole("navigation").first();

await step("start", () => rail.waitFor());
await step("search", () => window.getByRole("combobox").fill("geek de service"));
await step("letter", async () => {
  await window.getByRole("option", { name: /^Une analyse/ }).click();
  await window.getByRole("heading", { name: "Une analyse", level: 2 }).waitFor();
});
await step("report", async () => {
  await rail.getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name: /Veillées/ }).first().click();
  await window.locator('.page[data-page-number="1"] .textLayer').getByText("numériques").first().waitFor({ state: "attached" });
});
await step("import", async () => {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await window.evaluate(() => globalThis.window.relire.chooseImports("files"));
  await window.getByRole("button", { name: "Voir le rapport" }).click();
  await window.getByRole("heading", { name: "Rapport d’import" }).waitFor();
});
await step("export", async () => {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, pdf);
  const answer = await window.evaluate(() => globalThis.window.relire.exportLetters({ ids: ["la-derivation/2022-10"], target: "pdf", language: "fr", isTypeset: true }));
  if (!answer.ok) throw new Error(answer.failure.code);
});
await step("settings", async () => {
  await rail.getByRole("button", { name: "Réglages" }).click();
  await window.getByRole("dialog", { name: "Réglages" }).waitFor();
  await window.keyboard.press("Escape");
});
await step("about", async () => {
  await rail.getByRole("button", { name: "À propos" }).click();
  await window.getByText(/^Version \d/).waitFor();
});
await app.close();
console.log("end");

/** @param {string} name @param {() => Promise<unknown>} work */
async function step(name, work) {
  await work();
  console.log(name);
}
