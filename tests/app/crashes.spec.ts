/** Processes that end when nobody expects it: each question is answered or said to have failed, and one goes on where one was. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manyLetters } from "../fixtures/letterFolder.ts";
import { runCli } from "../fixtures/runCli.ts";
import { chooseInDialog, expect, given, importByDialog, report, test } from "./importing.ts";
import type { App } from "./launch.ts";

/** Ends the librarian, if there is one at this moment; gives its process id, or 0. */
function killLibrarian({ electron }: App): Promise<number> {
  return electron.evaluate(({ app }) => {
    const librarian = app.getAppMetrics().find(({ serviceName, name }) => name === "Relire librarian" || serviceName === "Relire librarian");
    if (!librarian) return 0;
    try {
      process.kill(librarian.pid, "SIGKILL");
      return librarian.pid;
    } catch {
      return 0;
    }
  });
}

test("the librarian killed twenty times, in searches and an import: no question is left open, and nothing is lost", async ({ app, folder }) => {
  test.slow();
  const { window } = app;
  manyLetters(folder.at("lettres"), 150);
  await chooseInDialog(app, [folder.at("lettres")]);
  // Asks without pause, and counts what comes of it.
  await window.evaluate(() => {
    const counts = { asked: 0, ok: 0, stopped: 0, other: [] as string[], isEnding: false };
    Object.assign(globalThis, { counts });
    const questions: [call: "overview" | "letter" | "search" | "imports" | "rubric", request: unknown][] = [
      ["overview", undefined],
      ["letter", "la-derivation/2022-10"],
      ["search", { text: "geek de service", limit: 20 }],
      ["imports", undefined],
      ["rubric", { id: "lecture", hidden: [] }],
    ];
    const askOn = async (number: number): Promise<void> => {
      while (!counts.isEnding) {
        const [call, request] = questions[number % questions.length]!;
        counts.asked += 1;
        const answer = JSON.parse(await globalThis.window.relire.ask(call, request)) as { ok: boolean; failure?: { code: string } };
        if (answer.ok) counts.ok += 1;
        else if (answer.failure?.code === "librarian-stopped") counts.stopped += 1;
        else counts.other.push(`${call} ${answer.failure?.code}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    Object.assign(globalThis, { asking: Promise.all([0, 1, 2, 3, 4].map(askOn)) });
  });
  let seed = 7;
  const killed = new Set<number>();
  while (killed.size < 20) {
    if (killed.size % 5 === 0) await window.evaluate(() => globalThis.window.relire.chooseImports("folder"));
    // Each moment is another one: every second time while it starts or opens, or else while it answers and writes.
    seed = (seed * 48_271) % 2_147_483_647;
    if (killed.size % 2 === 0) await window.evaluate(() => globalThis.window.relire.ask("overview", undefined));
    await window.waitForTimeout(seed % 400);
    const pid = await killLibrarian(app);
    if (pid > 0) killed.add(pid);
  }
  await window.evaluate(() => void ((globalThis as unknown as { counts: { isEnding: boolean } }).counts.isEnding = true));
  await window.evaluate(() => (globalThis as unknown as { asking: Promise<unknown> }).asking);
  const counts = await window.evaluate(() => (globalThis as unknown as { counts: { asked: number; ok: number; stopped: number; other: string[] } }).counts);
  expect(counts.other).toEqual([]);
  expect(counts.ok + counts.stopped).toBe(counts.asked);
  expect(counts.ok).toBeGreaterThan(0);
  // And as if nothing had been.
  await window.getByRole("combobox").fill("geek de service");
  await expect(window.getByRole("group", { name: /Lettre d’informations/ })).toBeVisible({ timeout: 30_000 });
  await importByDialog(app, [folder.at("lettres")], "Un dossier…");
  const verified = runCli(["verify"], { library: join(app.profile, "library") });
  expect(verified.code, verified.out + verified.err).toBe(0);
});

/** The page as it is now: the driver lets go of a page that crashed. */
function inPage<Value>({ electron }: App, script: string): Promise<Value> {
  return electron.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<never>, script);
}

/** And waits for it to be loaded again. */
function crashWindow({ electron }: App): Promise<void> {
  return electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((resolve) => contents?.once("did-finish-load", () => resolve()));
    contents?.forcefullyCrashRenderer();
    await loaded;
  });
}

test("a window that dies comes back where it was, with the settings as they are now, and the log knows", async ({ app }) => {
  const { window } = app;
  await window.evaluate(() => globalThis.window.relire.changeSettings({ theme: "dark" }));
  await window.getByRole("combobox").fill("geek de service");
  await window.getByRole("option", { name: /^Une analyse/ }).click();
  await expect(window.getByRole("heading", { name: "Une analyse", level: 2 })).toBeVisible();
  // Where one is is kept a moment after one came there.
  await expect.poll(() => window.evaluate(async () => JSON.stringify(await globalThis.window.relire.keptTabs()))).toMatch(/geek de service.*la-derivation\/2022-10/);
  await crashWindow(app);
  const seen = () => inPage<unknown>(app, `({ title: document.title, search: document.querySelector("input[role=combobox]")?.value, heading: document.querySelector("article h1, main h1")?.textContent, theme: document.documentElement.dataset.theme })`).catch(() => null);
  await expect.poll(seen, { timeout: 30_000 }).toEqual({ title: "Lettre d’informations — Relire", search: "geek de service", heading: "Lettre d’informations", theme: "dark" });
  expect(readFileSync(join(app.profile, "logs/relire.log"), "utf8")).toMatch(/ window-gone reason=\w+/);
});

/** The system's dialogs cannot be driven: this one answers with a button's number, and keeps what it said. */
async function answerMessage({ electron }: App, response: number): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ dialog }, response) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    dialog.showMessageBox = async (...given: unknown[]) => {
      const { message, buttons = [] } = given.at(-1) as Electron.MessageBoxOptions;
      said.push(message, ...buttons);
      return { response, checkboxChecked: false };
    };
  }, response);
  return () => electron.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

test("a window that keeps dying, or hangs, is the person's to decide about", async ({ app }) => {
  const said = await answerMessage(app, 0);
  for (let time = 0; time < 4; time += 1) {
    await crashWindow(app);
    await expect.poll(() => inPage<boolean>(app, `document.querySelector("nav") !== null`).catch(() => false), { timeout: 30_000 }).toBe(true);
  }
  expect(await said()).toEqual(["La fenêtre de Relire s’arrête sans cesse.", "Recharger", "Quitter"]);
  const saidThen = await answerMessage(app, 1);
  const reloaded = app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const loaded = new Promise<void>((resolve) => window?.webContents.once("did-finish-load", () => resolve()));
    window?.emit("unresponsive");
    return loaded;
  });
  await reloaded;
  expect(await saidThen()).toEqual(["Relire ne répond plus.", "Attendre", "Recharger"]);
});

test("an import that the librarian's end cut short is not told as if it went on", async ({ app, folder }) => {
  const { window } = app;
  manyLetters(folder.at("lettres"), 300);
  await given(app, folder.at("lettres"), "Un dossier…");
  await expect.poll(() => window.evaluate(async () => (JSON.parse(await globalThis.window.relire.ask("imports", undefined)) as { value: { running: unknown } }).value.running !== null)).toBe(true);
  expect(await killLibrarian(app)).toBeGreaterThan(0);
  await expect.poll(() => window.evaluate(async () => (JSON.parse(await globalThis.window.relire.ask("imports", undefined)) as { value?: { running: unknown } }).value?.running ?? null)).toBeNull();
  await importByDialog(app, [folder.at("lettres")], "Un dossier…");
  await expect(report(window)).toContainText("Import terminé");
});
