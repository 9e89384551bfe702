/** A reader's way through the app: the shelf, a search, a letter, the report it cites, and back. */
import { expect, test } from "./launch.ts";
import { marked } from "./marks.ts";

test("opens to the shelf: letters by year, rubrics, reports, and the promise to stay offline", async ({ app: { window } }) => {
  await expect(window.getByRole("heading", { name: "Lettres", level: 1 })).toBeVisible();
  await expect(window.getByRole("heading", { name: "2022", level: 2 })).toBeVisible();
  await expect(window.getByRole("button", { name: /^Rubriques/ })).toBeVisible();
  await expect(window.getByRole("button", { name: /^Rapports/ })).toBeVisible();
  await expect(window.getByText("Hors ligne")).toBeVisible();
});

test("finds the October letter by « geek de service » and opens it at the first mark", async ({ app: { window } }) => {
  await window.getByRole("combobox").fill("geek de service");
  const group = window.getByRole("group", { name: /Lettre d’informations/ });
  await group.getByRole("option", { name: /Une analyse/ }).click();
  await expect(window.getByRole("heading", { name: "Une analyse", level: 2 })).toBeVisible();
  await expect.poll(async () => (await marked(window)).slice(0, 2)).toEqual([
    { text: "geek", isInView: true },
    { text: "service", isInView: true },
  ]);
});

test("Enter opens the report's page that holds a phrase, at its first mark", async ({ app: { window } }) => {
  const search = window.getByRole("combobox");
  await search.fill("tout ce qui peut se mutualiser inventaire");
  await search.fill("Lisez une fiche en entier avant de l'essayer");
  await expect(window.getByRole("option", { name: /Page iii/ })).toHaveAttribute("aria-selected", "true");
  await search.press("Enter");
  await expect(window.getByRole("textbox", { name: "Aller à la page" })).toHaveValue("iii");
  await expect.poll(async () => (await marked(window, "found-page")).filter(({ isInView }) => isInView).map(({ text }) => text.toLowerCase())).toContain("fiche");
});

test("back returns from a letter to the results, and forward to the letter", async ({ app: { window } }) => {
  await window.getByRole("combobox").fill("imprimante");
  const first = window.getByRole("option").first();
  await first.click();
  await expect(window.getByRole("button", { name: "Page précédente de l’historique" })).toBeEnabled();
  await window.getByRole("button", { name: /^Rubriques/ }).click();
  await expect(window.getByRole("heading", { name: "Rubriques", level: 1 })).toBeVisible();
  await window.getByRole("button", { name: "Page précédente de l’historique" }).click();
  await expect(window.getByRole("combobox")).toHaveValue("imprimante");
  await expect(first).toBeVisible();
  await window.getByRole("button", { name: "Page précédente de l’historique" }).click();
  await expect(first).toBeVisible();
  await expect(window.getByRole("heading", { name: /De quoi relire/ })).toBeVisible();
  await window.getByRole("button", { name: "Page suivante de l’historique" }).click();
  await expect.poll(async () => (await marked(window)).length + (await marked(window, "found-page")).length).toBeGreaterThan(0);
});

test("arrows walk the results without leaving the search box", async ({ app: { window } }) => {
  const search = window.getByRole("combobox");
  await search.fill("guichet");
  await expect(window.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await search.press("ArrowDown");
  await expect(window.getByRole("option").nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(search).toBeFocused();
  await search.press("ArrowUp");
  await expect(window.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
});

test("accents and ligatures make no difference", async ({ app: { window } }) => {
  const search = window.getByRole("combobox");
  await search.fill("cœur");
  await expect(window.getByText(/\d+ passages? dans/)).toBeVisible();
  const typed = await window.getByText(/\d+ passages? dans/).textContent();
  await search.fill("coeur");
  await expect(window.getByText(/\d+ passages? dans/)).toHaveText(typed ?? "");
});

test("a search for nothing that is there says so, and what to try", async ({ app: { window } }) => {
  await window.getByRole("combobox").fill("xylophonique");
  await expect(window.getByText("Rien ne répond à «\u202Fxylophonique\u202F».")).toBeVisible();
  await expect(window.getByText("Essayez un seul mot, ou son début.")).toBeVisible();
});

test("a link in a letter opens the report at its page, and back returns to the letter where it was", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await window.getByRole("link", { name: "carte des trois pôles" }).click();
  await expect(window.getByRole("textbox", { name: "Aller à la page" })).toHaveValue("17");
  await window.getByRole("button", { name: "Page précédente de l’historique" }).click();
  await expect(window.getByRole("link", { name: "carte des trois pôles" })).toBeInViewport();
});

test("a cited work that is not in the archive says so, and where to look", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await window.getByRole("link", { name: /compte-rendu.*n’est pas dans cette archive/ }).first().click();
  await expect(window.getByRole("main")).toContainText("Pas dans cette archive");
  await expect(window.getByRole("main")).toContainText("dérivation.fr");
});

test("a web link is marked, asks first, and goes to the browser only then", async ({ app: { electron, window } }) => {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  const opened = () => electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await window.getByRole("link", { name: /Utopiales.*lien du web, demande le réseau/ }).click();
  const dialog = window.getByRole("dialog", { name: /Ouvrir dans le navigateur/ });
  await expect(dialog).toContainText("https://www.utopiales.org");
  await dialog.getByRole("button", { name: "Annuler" }).click();
  await expect(dialog).toBeHidden();
  expect(await opened()).toEqual([]);
  await window.getByRole("link", { name: /Utopiales/ }).click();
  await dialog.getByRole("button", { name: "Ouvrir le navigateur" }).click();
  await expect(dialog).toBeHidden();
  expect(await opened()).toEqual(["https://www.utopiales.org"]);
});

test("a rubric is read in a row, oldest first, and leads to its letters", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /^Rubriques/ }).click();
  await window.getByRole("button", { name: /^Une lecture \d+ textes/ }).click();
  await expect(window.getByRole("heading", { name: "Une lecture", level: 1 })).toBeVisible();
  const dates = await window.getByText(/· (?:\d+ )?[a-zéû]+ 202\d/).allTextContents();
  expect(dates.length).toBeGreaterThan(10);
  expect(dates[0]).toContain("janvier 2022");
  await window.getByRole("button", { name: "Voir dans la lettre" }).first().click();
  await expect(window.getByRole("heading", { name: /Lettre n° 1/, level: 1 })).toBeAttached();
});

test("the sample is marked wherever it shows, and can be hidden for good", async ({ launch }) => {
  const first = await launch();
  await expect(first.window.getByRole("button", { name: /^Les Passerelles exemple/ })).toBeVisible();
  await first.window.getByRole("button", { name: "Réglages" }).click();
  await first.window.getByRole("checkbox", { name: /Les Passerelles/ }).click({ force: true });
  await first.window.getByRole("button", { name: "Fermer", exact: true }).click();
  await expect(first.window.getByRole("button", { name: /Lettre n°/ })).toHaveCount(0);
  await first.window.getByRole("combobox").fill("guichet");
  await expect(first.window.getByRole("group", { name: /Les Passerelles/ })).toHaveCount(0);
  await first.close();
  const second = await launch({ profile: first.profile });
  await expect(second.window.getByRole("button", { name: /Lettre d’informations/ }).first()).toBeVisible();
  await expect(second.window.getByRole("button", { name: /Lettre n°/ })).toHaveCount(0);
});

test("the language switches live and is kept", async ({ launch }) => {
  const { window, close, profile } = await launch();
  await window.getByRole("button", { name: "Réglages" }).click();
  await window.getByRole("radio", { name: "English" }).click({ force: true });
  await expect(window.getByRole("heading", { name: "Settings" })).toBeVisible();
  await window.getByRole("button", { name: "Close", exact: true }).click();
  await expect(window.getByRole("heading", { name: "Letters", level: 1 })).toBeVisible();
  await close();
  const again = await launch({ profile });
  await expect(again.window.getByRole("heading", { name: "Letters", level: 1 })).toBeVisible();
});

test("pictures of letters are shown, with their descriptions", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  const picture = window.getByRole("img", { name: /livre/ });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

test("French typography is restored on display only", async ({ app: { window, electron } }) => {
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await expect(window.getByText("«\u202Fgeek de service\u202F»").first()).toBeAttached();
  const stored = await electron.evaluate(async ({ session }) => {
    const response = await session.defaultSession.fetch("relire://app/archive/letters/la-derivation/2022-10/letter.md");
    return response.status;
  });
  expect(stored, "letters' sources are not served to the window").toBe(404);
});
