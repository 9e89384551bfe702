/** How sections are found where nothing, or little, marks them. */
import { describe, expect, test } from "vitest";
import { details, importLetter, sectionTitles, textOf } from "../../fixtures/importLetter.ts";

const body = (words: string): string => `${words} : voici assez de mots pour que cela soit un paragraphe, et non une ligne courte qui pourrait passer pour un intertitre.`;

describe("in plain text", () => {
  const forms: Record<string, (title: string) => string> = {
    "short lines between blanks": (title) => `\n${title}\n`,
    "underlined with =": (title) => `\n${title}\n${"=".repeat(title.length)}\n`,
    "underlined with -": (title) => `\n${title}\n${"-".repeat(title.length)}\n\n`,
    "## marks": (title) => `\n## ${title}\n\n`,
    "stars around": (title) => `\n*** ${title} ***\n\n`,
    "dashes around": (title) => `\n— ${title} —\n\n`,
    "one star around": (title) => `\n*${title}*\n\n`,
    numbers: (title) => `\n${title === "Le marché" ? 1 : 2}. ${title}\n\n`,
  };
  test.each(Object.entries(forms))("%s", async (_name, mark) => {
    const letter = await importLetter(`La lettre du quai\n\nmai 2021\n\n${mark("Le marché")}\n${body("Au marché")}\n\n${mark("La fête du port")}\n${body("À la fête")}\n\nBonne lecture !\n\nLou et Max\n`);
    expect({ title: letter.title, date: letter.date, sections: sectionTitles(letter) }).toEqual({ title: "La lettre du quai", date: "2021-05", sections: ["Le marché", "La fête du port"] });
    expect(textOf(letter.sections[1]!.blocks)).toContain("Lou et Max");
  });

  test("the first lines say whose letter it is, what it is and of when", async () => {
    const letter = await importLetter(`Le Quai\nLettre d’information\nMars 2021\n\nLe marché\n\n${body("a")}\n\nUn appel\n\n${body("b")}\n`);
    expect([letter.title, letter.date, textOf(letter.opening), sectionTitles(letter)]).toEqual(["Lettre d’information", "2021-03", "Le Quai", ["Le marché", "Un appel"]]);
  });

  test("capitals without a blank line below", async () => {
    const letter = await importLetter(`La lettre du quai\n\nLE MARCHÉ\n${body("Au marché")}\n\nLA FÊTE\n${body("À la fête")}\n`);
    expect(sectionTitles(letter)).toEqual(["LE MARCHÉ", "LA FÊTE"]);
  });

  test("emoji before a title are kept", async () => {
    expect(sectionTitles(await importLetter(`Lettre 3\n\n📚 Une lecture\n\n${body("Lu")}\n\n🌱 Un jardin\n\n${body("Vu")}\n`))).toEqual(["📚 Une lecture", "🌱 Un jardin"]);
  });

  test("greetings and signatures are no headings", async () => {
    const letter = await importLetter(`Lettre 3\n\nBonjour à toutes et tous\n\n${body("Lu")}\n\nLe marché\n\n${body("Au marché")}\n\nUn appel\n\n${body("Appel")}\n\nÀ bientôt !\n\nLou\n`);
    expect(sectionTitles(letter)).toEqual(["Le marché", "Un appel"]);
  });

  test("a banner's and icons' descriptions that were copied along go", async () => {
    const letter = await importLetter(`Bannière\n\nLettre d’informations\n\noctobre 2022\n\nUne lecture\n\n${body("Lu")}\n\nMaya\ncustom\u00A0custom\u00A0custom\u00A0custom`);
    expect([letter.title, letter.date, sectionTitles(letter)]).toEqual(["Lettre d’informations", "2022-10", ["Une lecture"]]);
    expect(details(letter, "banner-removed")).toEqual(["Bannière"]);
    expect(details(letter, "social-removed")).toEqual(["custom custom custom custom"]);
    expect(textOf(letter.sections[0]!.blocks)).toMatch(/Maya$/);
  });

  test("a date of an event does not date the letter; its file's name does", async () => {
    const letter = await importLetter(`La lettre du quai\n\nLe marché\n\nDu 29 octobre au 2 novembre 2022, le marché change de quai et de jour, et chacun fait comme il peut.\n\nUn appel\n\n${body("Appel")}\n`, "lettre-2022-09.txt");
    expect(letter.date).toBe("2022-09");
    expect(details(letter, "date-from-file-name")).toEqual(["2022-09"]);
  });
});

describe("in a page", () => {
  test("headings are believed at whatever level they start, the deeper ones stay inside", async () => {
    const letter = await importLetter(`<html><body><h2>La lettre du quai</h2><p>3 mai 2021</p><h3>Le marché</h3><p>${body("Au marché")}</p><h4>Les prix</h4><p>Stables.</p><h3>La fête</h3><p>${body("À la fête")}</p></body></html>`);
    expect([letter.title, letter.date, sectionTitles(letter)]).toEqual(["La lettre du quai", "2021-05-03", ["Le marché", "La fête"]]);
    expect(letter.sections[0]!.blocks.find(({ type }) => type === "heading")).toMatchObject({ depth: 3 });
  });

  test("entries headed by their days are sections, and date no letter", async () => {
    const letter = await importLetter(`<html><body><h1>Nos nouvelles</h1><h2>3 mai 2021</h2><p>${body("Lundi")}</p><h2>4 mai 2021</h2><p>${body("Mardi")}</p></body></html>`);
    expect([letter.title, letter.date, sectionTitles(letter)]).toEqual(["Nos nouvelles", null, ["3 mai 2021", "4 mai 2021"]]);
  });

  test("several h1 are sections, and the title is the page's without the site's name", async () => {
    const letter = await importLetter(`<html><head><title>La lettre du quai | Le Quai</title></head><body><h1>Le marché</h1><p>${body("Au marché")}</p><h1>La fête</h1><p>${body("À la fête")}</p></body></html>`);
    expect([letter.title, sectionTitles(letter)]).toEqual(["La lettre du quai", ["Le marché", "La fête"]]);
  });

  test("bold lines in one cell head what follows", async () => {
    const letter = await importLetter(`<html><body><table><tr><td><b>Le marché</b><br>${body("Au marché")}<br><br><b>La fête</b><br>${body("À la fête")}</td></tr></table></body></html>`);
    expect(sectionTitles(letter)).toEqual(["Le marché", "La fête"]);
  });

  test("headings that are pictures are known by their descriptions", async () => {
    const letter = await importLetter(`<html><body><h2><img src="https://q.example/1.png" alt="Le marché"></h2><p>${body("Au marché")}</p><h2><img src="https://q.example/2.png" alt="La fête"></h2><p>${body("À la fête")}</p></body></html>`);
    expect(sectionTitles(letter)).toEqual(["Le marché", "La fête"]);
  });

  test("what stands around the article belongs to the site", async () => {
    const letter = await importLetter(`<html><body><header><h1>Le Quai</h1><nav><a href="/">Accueil</a></nav></header><article><header><h1>Lettre n° 4</h1><time datetime="2021-05-03">3 mai</time></header><h2>Le marché</h2><p>${body("Au marché")}</p><h2>La fête</h2><p>${body("À la fête")}</p></article><footer>© Le Quai</footer></body></html>`);
    expect([letter.title, letter.date, sectionTitles(letter)]).toEqual(["Lettre n° 4", "2021-05-03", ["Le marché", "La fête"]]);
    expect(details(letter, "boilerplate-removed")).toEqual(expect.arrayContaining(["© Le Quai"]));
  });
});

test("a sentence about unsubscribing in the middle of a letter is the reader's", async () => {
  const letter = await importLetter(`La lettre du quai\n\nLe marché\n\n${body("a")}\n\n${body("b")}\n\n${body("c")}\n\nPour vous désabonner des prospectus, collez l’autocollant « Stop pub » sur votre boîte.\n\n${body("d")}\n\n${body("e")}\n\nUn appel\n\n${Array.from({ length: 12 }, (_, index) => body(`f${index}`)).join("\n\n")}\n`);
  expect(textOf(letter.sections[0]!.blocks)).toContain("Stop pub");
});
