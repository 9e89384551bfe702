/**
 * All that would run, fetch or frame, imported in each form, read, looked over, exported and printed: nothing runs, nothing is asked of anyone, and
 * nothing of it stands in the page. (That no request of another scheme was made is checked at the end of every test.)
 */
import { existsSync, readFileSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { findChromium } from "../../build/setup/libraries.mjs";
import { documentOf, letterHead, pack } from "../archive/share/anyPack.ts";
import { makePdf } from "../fixtures/makePdf.ts";
import { makeZip } from "../fixtures/makeZip.ts";
import type { TemporaryFolder } from "../fixtures/temporaryFolder.ts";
import { markdownVectors, vectors } from "../fixtures/vectors.ts";
import { insistCleanPage } from "../fuzz/invariants.ts";
import { expect, given, importByDialog, report, saveInDialog, test } from "./importing.ts";
import type { App } from "./launch.ts";

/** Whatever a vector leaves open: the next one is to be read as what it is. */
const closers = `"'>--></script></style></title></textarea></xmp></noembed></iframe></option></select></table></svg></math></template></noscript></noframes></object></video></audio></details></form></form></a></div>`;
const inHtml = vectors.map((vector, index) => `<p>avant ${index}.</p>${vector.replace(/(?![\n\t])\p{Cc}/gu, "")}${closers}`).join("\n");
const inLines = vectors.map((vector) => vector.replace(/\p{Cc}/gu, " "));
/** After so much prose, a tag does not make a page of a text. */
const inText = `${"Une ligne de prose, comme en ont les lettres.\n".repeat(100)}\n${inLines.join("\n\n")}`;
const short = `"><img src=x onerror=window.pwned=1>`;

/** One document of each form, each with every vector; names, titles and heads of mails are hostile too. */
function putLetters(folder: TemporaryFolder): string[] {
  const page = `<!doctype html><html><head><title>Page ${short}</title></head><body><h1>Page hostile</h1>\n${inHtml}\n<h2>Fin ${short.replaceAll("<", "&lt;")}</h2><p>texte final</p></body></html>`;
  const markdown = `---\ntitle: ${JSON.stringify(`Notes ${short}`)}\ndate: 2022-11\nauthors: [${JSON.stringify(short)}]\n---\n\n${[...inLines, ...markdownVectors].join("\n\n")}\n\n## Fin {#fin}\n\ntexte final\n`;
  const letters: Record<string, string | Uint8Array> = {
    "page <img src=x onerror=window.pwned=1>.html": page,
    "notes.md": markdown,
    "javascript:window.pwned=1.txt": `Texte ${short}\n\n${inText}\n\ntexte final\n`,
    "texte.org": `#+title: Org ${short}\n\n* Une ${short}\n\n${inText}\n\n[[javascript:window.pwned=1][lien]] [[file:/etc/passwd]] texte final\n`,
    "courrier.eml": mail(`Courrier ${short}`, page),
    "boite.mbox": `From a Thu Jan  5 00:00:00 2023\n${mail(`Boîte ${short}`, inHtml)}\n\nFrom a Thu Jan  6 00:00:00 2023\n${mail("Boîte, deux", `<p>Une autre.</p>${inHtml}`)}\n`,
    "rapport.pdf": makePdf([{ lines: [...inLines.slice(0, 30).map((line) => line.slice(0, 90)), "texte final"], links: [{ line: 0, to: "javascript:window.pwned=1" }, { line: 1, to: "https://mal.example/pdf" }, { line: 2, to: "file:///etc/passwd" }] }]),
    "lettres.zip": makeZip([{ name: `dossier/<svg onload=window.pwned=1>/lettre ${short.replaceAll("/", "")}.html`, content: page.replace("Page hostile", "Page zippée") }]),
  };
  return Object.entries(letters).map(([name, content]) => {
    folder.put(name, content);
    return folder.at(name);
  });
}

function mail(subject: string, html: string): string {
  return [
    `From: "${short.replaceAll('"', "'")}" <a@b.example>`,
    `Subject: =?utf-8?b?${Buffer.from(subject).toString("base64")}?=`,
    "Date: Thu, 05 Jan 2023 10:00:00 +0100",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="x"',
    "",
    "--x",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(html).toString("base64").replace(/(.{76})/g, "$1\n"),
    "--x",
    `Content-Type: image/svg+xml; name="<svg onload=window.pwned=1>.svg"`,
    "Content-ID: <x>",
    `Content-Disposition: attachment; filename="..%2f${short.replaceAll('"', "")}.svg"`,
    "",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='window.pwned=1'/>",
    "--x--",
    "",
  ].join("\n");
}

/** From now on, whatever runs, opens a dialog or is stopped by the policy alone is noted. */
async function watch({ window }: App): Promise<() => Promise<unknown>> {
  const dialogs: string[] = [];
  window.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await window.evaluate(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => refused.push(`${violatedDirective} ${blockedURI}`));
  });
  return async () => ({ dialogs, ...(await window.evaluate(() => ({ pwned: "pwned" in globalThis, refused: (globalThis as unknown as { refused: string[] }).refused, at: location.href }))) });
}

const quiet = { dialogs: [], pwned: false, refused: [], at: "relire://app/index.html" };

/** What of the page would run, or asks for something from elsewhere. */
function unclean(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const found: string[] = [];
    const root = document.getElementById("root");
    if (!root || root !== document.querySelector("body > #root")) found.push("the page's root is another one");
    for (const element of document.querySelectorAll("body *")) {
      const isOurs = element.closest("svg.lucide, svg[aria-hidden=true]") !== null;
      if (/^(?:script|iframe|object|embed|form|base|link|meta|style|math|template|video|audio)$/.test(element.localName)) found.push(`<${element.localName}>`);
      if (element.localName === "svg" && !isOurs) found.push("<svg>");
      for (const { name, value } of element.attributes) {
        if (/^on|^(?:srcdoc|srcset|formaction|ping|background|xlink:href)$/.test(name)) found.push(`${name} of <${element.localName}>`);
        if (/^(?:href|src)$/.test(name) && !/^(?:#|https?:|mailto:|relire:|\/archive\/|blob:)/.test(value)) found.push(`${name}=${value.slice(0, 60)}`);
        if (name === "src" && /^https?:/.test(value)) found.push(`src=${value.slice(0, 60)}`);
        if (name === "style" && element.closest("article") && !element.closest(".page") && /url\(|expression|position:\s*fixed/.test(value)) found.push(`style=${value.slice(0, 60)}`);
      }
    }
    return [...new Set(found)];
  });
}

test("letters of every form that mean harm are read, looked over and left without any", async ({ app, folder }) => {
  test.slow();
  const { window } = app;
  const state = await watch(app);
  await importByDialog(app, putLetters(folder));
  await expect(report(window)).toContainText("Import terminé");
  await window.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  expect(await unclean(window)).toEqual([]);
  await window.getByRole("button", { name: /^Lettres/ }).first().click();
  const imported = await window.evaluate(async () => {
    const answer = JSON.parse(await globalThis.window.relire.ask("overview", undefined)) as { value: { imported: string[]; documents: { id: string; kind: string; title: string }[] } };
    return answer.value.documents.filter(({ id }) => answer.value.imported.includes(id));
  });
  expect(imported.length).toBeGreaterThanOrEqual(9);
  const texts = await Promise.all(imported.filter(({ kind }) => kind === "letter").map(({ id }) => window.evaluate(async (asked) => await globalThis.window.relire.ask("letter", asked), id)));
  // Nothing that a vector leaves open hides the next one.
  const readWhole = texts.filter((text) => vectors.every((_, index) => text.includes(`avant ${index}.`)));
  expect(readWhole.length).toBeGreaterThanOrEqual(4);
  const list = window.getByRole("region", { name: "Liste" });
  for (const { kind, title } of imported) {
    await window.getByRole("navigation").first().getByRole("button", { name: kind === "letter" ? /^Lettres/ : /^Rapports/ }).click();
    await list.getByRole("button").filter({ hasText: title.slice(0, 12).trim() }).first().click();
    await expect(window.locator("article, .page").first()).toBeVisible();
    expect(await unclean(window), title).toEqual([]);
    // As a reader who clicks on everything. What leads to the web asks first.
    const asks = await window.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLElement>("article a, article img")];
      for (const each of links) each.click();
      return links.some((each) => /^(?:https?|mailto):/.test(each.getAttribute("href") ?? ""));
    });
    const dialog = window.getByRole("dialog").or(window.getByRole("alertdialog"));
    if (asks) await dialog.press("Escape");
    await expect(dialog).toBeHidden();
    expect(await state(), title).toEqual(quiet);
  }
  await window.getByRole("combobox").fill("texte final");
  await window.getByRole("option").first().click();
  await window.getByRole("combobox").fill('"><img src=x onerror=window.pwned=1>');
  await expect(window.getByRole("region", { name: "Liste" })).toBeVisible();
  expect(await unclean(window)).toEqual([]);
  expect(await state()).toEqual(quiet);
});

test("what is exported or printed of them is as clean, also in a browser that runs scripts", async ({ app, folder }) => {
  test.slow();
  const { window } = app;
  const state = await watch(app);
  await importByDialog(app, putLetters(folder).filter((path) => /\.(?:html|md|eml)$/.test(path)));
  const ids = await window.evaluate(async () => (JSON.parse(await globalThis.window.relire.ask("overview", undefined)) as { value: { imported: string[] } }).value.imported);
  expect(ids.length).toBeGreaterThanOrEqual(3);
  for (const target of ["html", "epub", "pdf", "markdown"] as const) {
    await saveInDialog(app, folder.at(`export.${target}`));
    expect(await window.evaluate(([ids, target]) => globalThis.window.relire.exportLetters({ ids, target, language: "fr", isTypeset: true }), [ids, target] as const)).toEqual({ ok: true, value: true });
    expect(existsSync(folder.at(`export.${target}`))).toBe(true);
  }
  insistCleanPage(readFileSync(folder.at("export.html"), "utf8"));
  expect(readFileSync(folder.at("export.pdf"), "latin1")).not.toMatch(/\/(?:JavaScript|JS|Launch|SubmitForm|URI \(javascript)/);
  const browser = await chromium.launch({ executablePath: findChromium()!, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`file://${folder.at("export.html")}`);
    await expect(page.getByText("texte final").first()).toBeAttached();
    expect(asked.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
    expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
  } finally {
    await browser.close();
  }
  expect(await state()).toEqual(quiet);
});

test("a pack whose titles and names mean harm is shown, and taken in, as words", async ({ app, folder }) => {
  const { window } = app;
  const state = await watch(app);
  const letter = `---\ntitle: ${JSON.stringify(`Paquet ${short}`)}\ndate: 2022-12\n---\n\n${[...inLines, ...markdownVectors].join("\n\n")}\n\n## Une {.lecture}\n\ntexte final\n`;
  const head = letterHead("hostile/2022-12", { title: `Paquet ${short}`, date: "2022-12", authors: [short], sections: [{ id: "une", title: "Une", rubric: "lecture" }] });
  folder.put(`paquet <img src=x onerror=window.pwned=1>.relire`, (await pack(documentOf(head, { "letter.md": Buffer.from(letter) }))).bytes);
  await given(app, folder.at(`paquet <img src=x onerror=window.pwned=1>.relire`));
  const dialog = window.getByRole("dialog", { name: /Importer ce paquet/ });
  await expect(dialog).toContainText("Non signé");
  expect(await unclean(window)).toEqual([]);
  await dialog.getByRole("button", { name: "Importer" }).click();
  await expect(report(window)).toContainText("1 ajouté");
  await report(window).getByRole("button", { name: /^Paquet/ }).first().click();
  await expect(window.getByText("texte final").first()).toBeAttached();
  expect(await unclean(window)).toEqual([]);
  expect(await state()).toEqual(quiet);
});
