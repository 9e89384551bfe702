/** Marking, writing and quoting on the real app: by keys and by hand, in letters and reports, over restarts, corrections and ends of the process. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { ElectronApplication, Page } from "@playwright/test";
import { letterMarkdown } from "../fixtures/letterFolder.ts";
import { expect, importByDialog, saveInDialog, test } from "./importing.ts";
import type { App } from "./launch.ts";
import { marked } from "./marks.ts";

const editor = (window: Page) => window.getByRole("dialog", { name: /^Note$/ });
const tools = (window: Page) => window.getByRole("toolbar", { name: /Surligner et citer|Highlight and quote/ });
const signs = (window: Page) => window.locator(".note-sign");
const rows = (window: Page) => window.locator(".note-row");

async function openLetter(window: Page, name: string | RegExp = /Lettre d’informations/): Promise<void> {
  await window.getByRole("button", { name }).first().click();
  await window.locator(".letter .section .prose").first().waitFor();
}

async function openReport(window: Page): Promise<void> {
  await window.getByRole("navigation").first().getByRole("button", { name: /Rapports|Reports/ }).click();
  await window.getByRole("button", { name: /Mutualisons/ }).first().click();
}

/** Draws over words with the mouse, from their first letter to their last. */
async function selectWords(window: Page, words: string): Promise<void> {
  const box = await window.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector(".letter") ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0 || !node.parentElement?.closest(".prose")) continue;
      node.parentElement.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rects = [...range.getClientRects()];
      return { first: rects[0]!.toJSON() as DOMRect, last: rects.at(-1)!.toJSON() as DOMRect };
    }
    throw new Error(`"${wanted}" is not there`);
  }, words);
  await window.mouse.move(box.first.left + 0.5, box.first.top + box.first.height / 2);
  await window.mouse.down();
  await window.mouse.move(box.last.right - 0.5, box.last.top + box.last.height / 2, { steps: 4 });
  await window.mouse.up();
  await expect(tools(window)).toBeVisible();
}

async function toNotes(window: Page): Promise<void> {
  await window.getByRole("navigation").first().getByRole("button", { name: "Notes" }).click();
}

/** The texts marked in one colour. */
async function inColour(window: Page, colour: string): Promise<string> {
  return (await marked(window, `note-${colour}` as "found")).map(({ text }) => text).join("");
}

function notesOnDisk({ profile }: App): { text: string; revision: number; tags: string[] }[] {
  const folder = join(profile, "library/notes");
  return readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
}

/** What the person would paste: as text, and with its looks. */
function clipboardOf(electron: ElectronApplication): Promise<{ text: string; html: string }> {
  return electron.evaluate(async ({ clipboard }) => {
    const former = clipboard as unknown as { readHTML?: () => string };
    if (former.readHTML) return { text: await clipboard.readText(), html: former.readHTML() };
    const html = await (await clipboard.read())[0]?.getType("text/html");
    return { text: await clipboard.readText(), html: html instanceof Blob ? await html.text() : "" };
  });
}

test("words are marked by keys alone, a note is written, and all is there after a restart", async ({ launch }) => {
  const app = await launch();
  const { window } = app;
  await openLetter(window);
  await window.keyboard.press("Control+Shift+H");
  await expect(tools(window)).toBeVisible();
  await expect(tools(window).getByRole("button", { name: "Surligner : À retenir" })).toBeFocused();
  const first = await window.evaluate(() => getSelection()?.toString());
  await window.keyboard.press("ArrowDown");
  await expect.poll(() => window.evaluate(() => getSelection()?.toString())).not.toBe(first);
  await window.keyboard.press("Shift+ArrowLeft");
  await window.keyboard.press("ArrowRight");
  await window.keyboard.press("Enter");
  await expect(signs(window)).toHaveCount(1);
  await expect(signs(window)).toBeFocused();
  await expect.poll(() => inColour(window, "discuss")).not.toBe("");
  const words = await inColour(window, "discuss");
  await window.keyboard.press("Enter");
  await editor(window).getByRole("textbox", { name: "Note" }).fill("À lire à voix haute, tou·te·s ensemble.");
  await editor(window).getByRole("textbox", { name: /Étiquettes/ }).fill("ouverture, cercle");
  await expect(editor(window).getByText("Enregistrée")).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(signs(window)).toBeFocused();
  await app.close();

  const again = await launch({ profile: app.profile });
  await toNotes(again.window);
  await expect(rows(again.window)).toContainText(["À lire à voix haute, tou·te·s ensemble."]);
  await rows(again.window).getByRole("button").first().click();
  await expect.poll(() => inColour(again.window, "discuss")).toBe(words);
  await expect.poll(async () => (await marked(again.window, "note-discuss" as "found")).some(({ isInView }) => isInView)).toBe(true);
  await again.window.getByRole("combobox", { name: /Chercher/ }).fill("voix haute type:note");
  await expect(again.window.getByRole("option")).toHaveCount(1);
  await again.window.getByRole("combobox", { name: /Chercher/ }).fill("type:note");
  await expect(again.window.getByRole("option", { name: /^Note — / })).toHaveCount(1);
});

test("a note is found, changed, removed and brought back; its colour can have another name", async ({ launch }) => {
  const app = await launch({ settings: { noteNames: { keep: "Beau", discuss: "", check: "", idea: "" } } });
  const { window } = app;
  await openLetter(window);
  await selectWords(window, "on se tourne vers la science-fiction");
  await tools(window).getByRole("button", { name: "Surligner : Beau" }).click();
  await expect.poll(() => inColour(window, "keep")).toBe("on se tourne vers la science-fiction");
  await selectWords(window, "on se tourne vers la science-fiction");
  await tools(window).getByRole("button", { name: "Surligner : Idée" }).click();
  await expect.poll(() => inColour(window, "idea")).toBe("on se tourne vers la science-fiction");
  await expect(signs(window)).toHaveCount(1);
  const [mark] = await window.evaluate(() => ([...(CSS.highlights.get("note-idea") ?? [])] as Range[]).map((range) => range.getBoundingClientRect().toJSON() as DOMRect));
  await window.mouse.click(mark!.left + 20, mark!.top + mark!.height / 2);
  await editor(window).getByRole("textbox", { name: "Note" }).fill("ornithorynque");
  await expect(editor(window).getByText("Enregistrée")).toBeVisible();
  await editor(window).getByRole("button", { name: "Supprimer" }).click();
  await expect(signs(window)).toHaveCount(0);
  await window.getByRole("button", { name: "Annuler" }).click();
  await expect(signs(window)).toHaveCount(1);
  expect(notesOnDisk(app)).toMatchObject([{ text: "ornithorynque", colour: "idea" }]);
});

test("a highlight is gathered into a dossier with its words and its source", async ({ app: { window } }) => {
  await openLetter(window);
  await selectWords(window, "on se tourne vers la science-fiction");
  await tools(window).getByRole("button", { name: "Écrire une note" }).click();
  await editor(window).getByRole("button", { name: "Ajouter au dossier" }).click();
  const question = window.getByRole("dialog", { name: "Dans quel dossier ?" });
  await question.getByRole("textbox", { name: "Nouveau dossier" }).fill("Veillée");
  await window.keyboard.press("Enter");
  await expect(window.getByText("Ajouté à « Veillée ».")).toBeVisible();
  await window.getByRole("navigation", { name: "Navigation" }).getByRole("button", { name: "Dossiers" }).click();
  await window.getByRole("button", { name: /Veillée/ }).click();
  const item = window.getByRole("grid", { name: "Déroulé" }).getByRole("row");
  await expect(item).toContainText("on se tourne vers la science-fiction");
  await expect(item).toContainText("octobre 2022");
});

test("a highlight in a dossier follows its letter, shows its colour, leads back to it, and keeps its words when they are gone", async ({ launch, folder }) => {
  const app = await launch();
  const { window } = app;
  const receive = async (text: string): Promise<void> => {
    folder.put("lettre.md", letterMarkdown({ title: "Lettre de juin", date: "2023-06", sections: [["La soupe", text]] }));
    await importByDialog(app, [folder.at("lettre.md")]);
  };
  const words = "une soupe que chacun prépare à son tour, chez soi ou au local";
  await receive(`Le mardi, nous mangeons ${words}. Puis nous lisons.`);
  await window.getByRole("navigation").first().getByRole("button", { name: /Lettres/ }).click();
  await openLetter(window, /Lettre de juin/);
  await selectWords(window, words);
  await tools(window).getByRole("button", { name: "Surligner : À discuter" }).click();
  await signs(window).first().click();
  await editor(window).getByRole("button", { name: "Ajouter au dossier" }).click();
  await window.getByRole("dialog", { name: "Dans quel dossier ?" }).getByRole("textbox", { name: "Nouveau dossier" }).fill("Veillée");
  await window.keyboard.press("Enter");
  await window.getByRole("navigation", { name: "Navigation" }).getByRole("button", { name: "Dossiers" }).click();
  await window.getByRole("button", { name: /Veillée/ }).click();
  const item = window.getByRole("grid", { name: "Déroulé" }).getByRole("row");
  await expect(item.locator(".title")).toContainText("À discuter");
  await expect(item.locator(".note-swatch.discuss")).toBeVisible();
  await receive(`Le mardi, nous mangeons ${words.replace("chacun", "chacune")}. Puis nous lisons.`);
  await expect(item.locator(".excerpt").first()).toContainText("que chacune prépare");
  await item.getByText("Corrigé depuis", { exact: true }).click();
  await expect(item.locator(".taken .excerpt")).toContainText("que chacun prépare");
  await item.getByRole("button", { name: "Ouvrir le surlignement" }).click();
  await expect.poll(() => inColour(window, "discuss")).toContain("que chacune prépare");
  await receive("Cette recette a été retirée par son auteur.");
  await window.getByRole("region", { name: "Liste" }).getByRole("button", { name: /Veillée/ }).click();
  await expect(item).toContainText("mots introuvables");
  await expect(item.locator(".excerpt").first()).toContainText("que chacun prépare");
});

test("a note follows its words when the letter is received anew, and is listed with them once they are gone", async ({ launch, folder }) => {
  const app = await launch();
  const { window } = app;
  const receive = async (text: string): Promise<void> => {
    folder.put("lettre.md", letterMarkdown({ title: "Lettre de juin", date: "2023-06", sections: [["La soupe", text]] }));
    await importByDialog(app, [folder.at("lettre.md")]);
  };
  const words = "une soupe que chacun prépare à son tour, chez soi ou au local";
  await receive(`Le mardi, nous mangeons ${words}. Puis nous lisons.`);
  await window.getByRole("navigation").first().getByRole("button", { name: /Lettres/ }).click();
  await openLetter(window, /Lettre de juin/);
  await selectWords(window, words);
  await tools(window).getByRole("button", { name: "Écrire une note" }).click();
  await editor(window).getByRole("textbox", { name: "Note" }).fill("Demander la recette");
  await expect(editor(window).getByText("Enregistrée")).toBeVisible();
  await window.keyboard.press("Escape");

  const corrected = words.replace("chacun prépare", "chacune prépare");
  await receive(`Une phrase nouvelle ouvre la lettre. Le mardi, nous mangeons ${corrected}. Puis nous lisons.`);
  await toNotes(window);
  await rows(window).getByRole("button").first().click();
  await expect.poll(() => inColour(window, "keep")).toBe(corrected);

  await receive("Cette lettre a perdu sa recette, et parle maintenant de tout autre chose.");
  await toNotes(window);
  await window.getByRole("button", { name: /Sans place 1/ }).click();
  await expect(rows(window)).toContainText([words]);
  await expect(rows(window)).toContainText(["Demander la recette"]);
  await rows(window).getByRole("button").first().click();
  await expect(editor(window)).toContainText("Ces mots ne sont plus dans le texte");
});

test("a page of a report is marked, opened again at its words, and quoted with its printed page", async ({ launch }) => {
  const app = await launch();
  const { window, electron } = app;
  await openReport(window);
  const page = window.locator('.page[data-page-number="19"]');
  await window.getByRole("textbox", { name: /page/i }).first().fill("15");
  await window.keyboard.press("Enter");
  await expect(page.locator(".textLayer")).toContainText("Un bon récit");
  await page.locator(".textLayer").evaluate((layer) => {
    const piece = [...layer.querySelectorAll("span")].find(({ textContent, childElementCount }) => childElementCount === 0 && textContent?.includes("Fiche 2"));
    getSelection()?.selectAllChildren(piece!);
    piece!.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
  });
  await tools(window).getByRole("button", { name: "Copier la citation" }).click();
  await expect(window.getByText("Citation copiée avec sa source.")).toBeVisible();
  const copied = await clipboardOf(electron);
  expect(copied.text).toMatch(/^«\u202FFiche 2.*\u202F»\nL’équipe de l’archive\. «.*Mutualisons.*juillet 2022, p\. 15\.\n$/);
  expect(copied.html).toMatch(/<blockquote lang="fr"><p>Fiche 2.*<\/blockquote><p>— L’équipe de l’archive\. <i>.*p\. 15\.<\/p>/);
  await tools(window).getByRole("button", { name: "Surligner : À vérifier" }).click();
  await expect(page.locator(".note-sign")).toHaveCount(1);
  await expect.poll(async () => (await marked(window, "note-check-page" as "found")).map(({ text }) => text).join("")).toContain("Fiche 2");
  await app.close();

  const again = await launch({ profile: app.profile });
  await toNotes(again.window);
  await expect(rows(again.window)).toContainText([/Mutualisons.*, p\. 15/]);
  await rows(again.window).getByRole("button").first().click();
  await expect(again.window.locator('.page[data-page-number="19"] .note-sign')).toHaveCount(1);
  await again.window.locator('.page[data-page-number="19"] .note-sign').click();
  await expect(editor(again.window)).toContainText("Fiche 2");
});

test("a quotation is copied as the person chose, and its reference saved for reference managers", async ({ app, folder }) => {
  const { window, electron } = app;
  await openLetter(window);
  await selectWords(window, "on se tourne vers la science-fiction");
  await tools(window).getByRole("button", { name: "Citer…" }).click();
  const dialog = window.getByRole("dialog", { name: "Citer" });
  await expect(dialog.getByRole("group", { name: "Citation" })).toContainText("«\u202Fon se tourne vers la science-fiction\u202F»");
  await dialog.getByText("Auteur et date").click();
  await expect(dialog.getByRole("group", { name: "Citation" })).toContainText("(Mélissa et Lunar, 2022)");
  await dialog.getByText("Markdown", { exact: true }).click();
  await expect(dialog.getByRole("group", { name: "Citation" })).toContainText("> on se tourne vers la science-fiction");
  await dialog.getByRole("button", { name: "Copier la citation" }).click();
  await expect(dialog.getByText("Citation copiée avec sa source.")).toBeVisible();
  expect((await clipboardOf(electron)).text).toBe("> on se tourne vers la science-fiction\n>\n> — (Mélissa et Lunar, 2022)\n\nMélissa et Lunar, 2022. «\u202FUne lecture\u202F», «\u202FLettre d’informations\u202F», *La Dérivation*, octobre 2022.\n");
  for (const [name, file, start] of [["BibTeX", "a.bib", "@article{la-derivation-2022-10-une-lecture,"], ["RIS", "a.ris", "TY  - MGZN"], ["CSL-JSON", "a.json", "["]] as const) {
    await saveInDialog(app, folder.at(file));
    await dialog.getByRole("button", { name }).click();
    await expect.poll(() => readdirSync(folder.path)).toContain(file);
    expect(folder.read(file).startsWith(start)).toBe(true);
  }
  await dialog.getByRole("button", { name: "Fermer" }).click();
  await selectWords(window, "Les dystopies");
  await window.keyboard.press("Control+Shift+C");
  await expect(window.getByRole("alertdialog").or(window.locator(".notice")).getByText("Citation copiée avec sa source.").first()).toBeVisible();
  expect((await clipboardOf(electron)).text).toContain("> Les dystopies");
});

test("the process ends while one types: what was typed more than a second before is there", async ({ launch }) => {
  let { profile } = await launch().then(async (app) => {
    await openLetter(app.window);
    await selectWords(app.window, "on se tourne vers la science-fiction");
    await tools(app.window).getByRole("button", { name: "Surligner : À retenir" }).click();
    await expect(signs(app.window)).toHaveCount(1);
    await app.close();
    return app;
  });
  for (let number = 1; number <= 3; number += 1) {
    const app = await launch({ profile });
    await openLetter(app.window);
    await signs(app.window).click();
    const text = editor(app.window).getByRole("textbox", { name: "Note" });
    await text.press("End");
    await text.pressSequentially(`Phrase ${number}. `, { delay: 5 });
    // What the window says is kept outlives it.
    await expect.poll(() => notesOnDisk(app)[0]?.text).toContain(`Phrase ${number}.`);
    await text.pressSequentially("Et encore quelques mots qui se perdront peut-être. ", { delay: Math.floor(Math.random() * 20) });
    const ended = app.electron.waitForEvent("close");
    app.electron.process().kill("SIGKILL");
    await ended;
    profile = app.profile;
    expect(notesOnDisk(app)[0]?.text).toContain(`Phrase ${number}.`);
  }
});

test("what was changed elsewhere is never written over, and what cannot be written stays and is said", async ({ app }) => {
  const { window, profile } = app;
  await openLetter(window);
  await selectWords(window, "on se tourne vers la science-fiction");
  await tools(window).getByRole("button", { name: "Écrire une note" }).click();
  const text = editor(window).getByRole("textbox", { name: "Note" });
  await text.fill("le mien");
  await expect(editor(window).getByText("Enregistrée")).toBeVisible();

  const folder = join(profile, "library/notes");
  const file = join(folder, readdirSync(folder)[0]!);
  const { revision, ...note } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...note, revision: revision + 1, text: "l’autre" }));
  await text.fill("le mien, encore");
  await expect(editor(window).getByRole("alert")).toContainText("changée ailleurs entre-temps");
  expect(notesOnDisk(app)[0]?.text).toBe("l’autre");
  await editor(window).getByRole("button", { name: "Garder mon texte" }).click();
  await expect(editor(window).getByText("Enregistrée")).toBeVisible();
  expect(notesOnDisk(app)[0]?.text).toBe("le mien, encore");

  // As when the key that holds the library is pulled out.
  renameSync(folder, `${folder}-ailleurs`);
  writeFileSync(folder, "");
  await text.fill("sans la clé");
  await expect(editor(window).getByRole("alert")).toContainText("La note n’est pas enregistrée");
  await expect(text).toHaveValue("sans la clé");
  rmSync(folder);
  renameSync(`${folder}-ailleurs`, folder);
  await editor(window).getByRole("button", { name: "Réessayer" }).click();
  await expect(editor(window).getByText("Enregistrée")).toBeVisible();
  await expect.poll(() => notesOnDisk(app)[0]?.text).toBe("sans la clé");
});

test("a note file that was damaged by hand is named in one sentence, and the others are there", async ({ launch }) => {
  const app = await launch();
  const { window } = app;
  await openLetter(window);
  await selectWords(window, "on se tourne vers la science-fiction");
  await tools(window).getByRole("button", { name: "Surligner : À retenir" }).click();
  await expect(signs(window)).toHaveCount(1);
  await app.close();
  writeFileSync(join(app.profile, "library/notes/autre.json"), '{"format": 1, "id": "autre", "text": "coup');
  const again = await launch({ profile: app.profile });
  await toNotes(again.window);
  await expect(again.window.locator(".list").getByText(/^«\snotes\/autre\.json\..*\.damaged\s» ne pouvait plus être lu/)).toBeVisible();
  await expect(rows(again.window)).toHaveCount(1);
});

for (const language of ["fr", "en"] as const) {
  test(`axe finds nothing in the notes' views, ${language}`, async ({ launch }) => {
    const { window } = await launch({ language });
    await window.emulateMedia({ colorScheme: language === "fr" ? "light" : "dark", reducedMotion: "reduce" });
    const check = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`)).toEqual([]);
    };
    await toNotes(window);
    await check("no notes");
    await window.getByRole("navigation").first().getByRole("button", { name: /Lettres|Letters/ }).click();
    await openLetter(window);
    await selectWords(window, "on se tourne vers la science-fiction");
    await check("tools");
    await tools(window).getByRole("button", { name: /Écrire une note|Write a note/ }).click();
    await editor(window).getByRole("textbox").first().fill("Une note");
    await editor(window).getByRole("textbox").last().fill("une, deux");
    await expect(editor(window).getByText(/Enregistrée|Saved/)).toBeVisible();
    await check("editor");
    await window.keyboard.press("Escape");
    await toNotes(window);
    await expect(rows(window)).toHaveCount(1);
    await check("list");
    await window.getByRole("button", { name: /^(?:Exporter|Export)…$/ }).click();
    await window.getByRole("dialog", { name: /Exporter des notes|Export notes/ }).waitFor();
    await check("export");
    await window.keyboard.press("Escape");
    await window.getByRole("dialog").waitFor({ state: "hidden" });
    await selectWords(window, "Les dystopies");
    await tools(window).getByRole("button", { name: /Citer…|Cite…/ }).click();
    await window.locator(".quoting .reference").waitFor();
    await check("quotation");
  });
}
