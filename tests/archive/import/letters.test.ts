/** Letters of the forms that are met, written for this project, and what a person would make of each. */
import { describe, expect, test } from "vitest";
import { details, fixture, importAll, importLetter, letterText, nodesOf, sectionTitles, textOf } from "../../fixtures/importLetter.ts";

describe("each form of letter is named, dated and cut as a person would", () => {
  const expected = [
    { file: "mailpoet.html", title: "La lettre de L’Établi", date: "2023-03", sections: ["Une lecture", "Un atelier", "Des nouvelles"], rubrics: ["lecture", "atelier", null] },
    { file: "mailchimp.html", title: "Les nouvelles du jardin partagé", date: "2022-10-05", sections: ["🎃 La récolte", "Le compost", "Rendez-vous le 8 novembre 2022"], rubrics: [null, null, null] },
    { file: "brevo.html", title: "Gazette de la Cantine n° 12", date: "2022-07-01", sections: ["Ce que l’on mange", "Qui conduit ?", "La chorale reprend"], rubrics: [null, null, null] },
    { file: "table-2008.html", title: "La lettre du Ciné-club", date: "2008-02", sections: ["La séance du mois", "Côté coulisses", "À voir ailleurs"], rubrics: [null, null, null] },
    { file: "wrapped.txt", title: "LA LETTRE DES PASSANTES", date: "2021-04", sections: ["UNE BALADE", "UN LIVRE"], rubrics: ["balade", "livre"] },
    { file: "jekyll.md", title: "Chronique de l’atelier : le four est réparé", date: "2022-11-03", sections: ["Le four", "Les pains"], rubrics: [null, null] },
    { file: "hugo.md", title: "Lettre de la Ressourcerie", date: "2021-06-15", sections: ["Arrivages", "Un chiffre"], rubrics: [null, "chiffre"] },
    { file: "quarto.md", title: "Bulletin du laboratoire", date: "2024-05-15", sections: ["Une expérience", "Une annonce"], rubrics: ["experience", "annonce"] },
  ];
  test.each(expected)("$file", async ({ file, title, date, sections, rubrics }) => {
    const letter = await importLetter(fixture(file), file);
    expect({ title: letter.title, date: letter.date, sections: sectionTitles(letter), rubrics: letter.sections.map(({ rubric }) => rubric?.id ?? null) }).toEqual({ title, date, sections, rubrics });
  });
});

describe("a MailPoet letter", () => {
  test("loses its banner, preview, icons, notices and pixel, and says so", async () => {
    const letter = await importLetter(fixture("mailpoet.html"));
    expect(details(letter, "banner-removed")).toEqual(["Bandeau"]);
    expect(details(letter, "preheader-removed")).toEqual(["Une lecture, un atelier et des nouvelles du quartier."]);
    expect(details(letter, "social-removed")).toEqual(["custom custom custom"]);
    expect(details(letter, "boilerplate-removed")).toEqual(["Voir cet e-mail dans votre navigateur", "Se désabonner | Gérer votre abonnement", "L’Établi, 3 rue des Lilas, 44000 Nantes"]);
    expect(details(letter, "pixel-removed")).toHaveLength(1);
    expect(letterText(letter)).not.toMatch(/custom|navigateur|désabonner|Bandeau|aperçu/);
  });

  test("keeps its quotation, list, bold words and no-break spaces", async () => {
    const [lecture, atelier] = (await importLetter(fixture("mailpoet.html"))).sections;
    const quotation = lecture!.blocks.find(({ type }) => type === "blockquote");
    expect(textOf([quotation!])).toBe("« Réparer, c’est d’abord regarder longtemps.Le reste vient avec le tournevis. »");
    expect(textOf(atelier!.blocks)).toContain("de 14\u00A0h à 17\u00A0h");
    expect(nodesOf(atelier!.blocks).map(({ type }) => type)).toEqual(expect.arrayContaining(["list", "listItem", "strong"]));
  });

  test("keeps redirect links and flags them, and strips what follows readers from the others", async () => {
    const letter = await importLetter(fixture("mailpoet.html"));
    const links = nodesOf(letter.sections.flatMap(({ blocks }) => blocks)).flatMap((node) => (node.type === "link" ? [node.url] : []));
    expect(links).toEqual(["https://etabli.example/?mailpoet_router&endpoint=track&action=click&data=WyI3Il0", "https://biblio.example/agenda?jour=12"]);
    expect(details(letter, "redirect-link")).toEqual(["etabli.example"]);
    expect(details(letter, "tracking-removed")).toEqual(["utm_source, utm_medium (biblio.example)"]);
  });

  test("shows the description of a picture that stayed on the web, between brackets", async () => {
    const letter = await importLetter(fixture("mailpoet.html"));
    expect(textOf(letter.sections[0]!.blocks)).toContain("[La couverture du livre, un grille-pain ouvert sur une nappe.]");
    expect(details(letter, "remote-picture")).toEqual(["La couverture du livre, un grille-pain ouvert sur une nappe."]);
  });
});

describe("other mailings", () => {
  test("Mailchimp's merge tags, icons and footer go; the redirect stays", async () => {
    const letter = await importLetter(fixture("mailchimp.html"));
    expect(letterText(letter)).not.toMatch(/\*\||Copyright|Facebook|désinscrire|préférences/);
    expect(details(letter, "merge-tag-removed")).toContain("*|FNAME|*");
    expect(details(letter, "redirect-link")).toEqual(["jardin.us4.list-manage.com/track/click"]);
  });

  test("Brevo's layout tables dissolve and its table of data stays one", async () => {
    const letter = await importLetter(fixture("brevo.html"));
    expect(letter.sections.at(-1)!.blocks.map(({ type }) => type)).toEqual(["table", "paragraph"]);
    expect(details(letter, "headings-guessed")).toEqual(["Ce que l’on mange, Qui conduit ?, La chorale reprend"]);
  });

  test("a hand-made page of 2008 that says ISO-8859-1 is read as Windows-1252", async () => {
    const letter = await importLetter(fixture("table-2008.html"));
    expect(letterText(letter)).toContain("l’âme au milieu d’un baiser");
    expect(letterText(letter)).toContain("120 €");
    expect(letter.sections.at(-1)!.blocks.map(({ type }) => type)).toEqual(["list", "paragraph"]);
  });
});

describe("plain text", () => {
  test("wrapped lines are joined, in lists and quotations too", async () => {
    const [balade, livre] = (await importLetter(fixture("wrapped.txt"))).sections;
    expect(textOf(balade!.blocks)).toContain("par le chemin de halage. Prévoyez des bottes");
    const list = balade!.blocks.find(({ type }) => type === "list");
    expect(nodesOf([list!]).filter(({ type }) => type === "listItem")).toHaveLength(3);
    expect(textOf([livre!.blocks.find(({ type }) => type === "blockquote")!])).toBe("Marcher, c'est laisser le paysage finir ses phrases. On croit avancer et l'on écoute.");
  });
});

describe("Markdown", () => {
  test("of Jekyll keeps its table, footnote and code, and replaces its HTML", async () => {
    const letter = await importLetter(fixture("jekyll.md"));
    expect(letter.authors).toEqual(["Lise Moreau"]);
    const types = nodesOf(letter.sections.flatMap(({ blocks }) => blocks)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(["table", "code", "footnoteReference", "footnoteDefinition"]));
    expect(types).not.toContain("html");
    expect(letterText(letter)).toContain("{{ ceci reste du code }}");
    expect(letterText(letter)).toContain("[Trois pains sur une planche]");
  });

  test("of Hugo shows what its shortcodes enclose", async () => {
    const letter = await importLetter(fixture("hugo.md"));
    expect(letter.authors).toEqual(["Nour", "Paul"]);
    expect(textOf(letter.opening)).toBe("[Le hangar vu de la rue]\nLe hangar, en juin.");
    expect(letterText(letter)).toContain("Les selles sont au fond.");
    expect(letter.sections[0]!.blocks.find(({ type }) => type === "heading")).toMatchObject({ depth: 3 });
  });

  test("of Quarto makes its quotation one", async () => {
    const [experience] = (await importLetter(fixture("quarto.md"))).sections;
    expect(textOf([experience!.blocks.find(({ type }) => type === "blockquote")!])).toBe("Le rouge-gorge commence toujours.Il finit rarement.");
  });
});

test("a mailbox gives its letters one by one, each with its own bytes", async () => {
  const [first, second, ...more] = await importAll(fixture("liste.mbox"), "liste.mbox");
  expect(more).toEqual([]);
  expect([first!.file, second!.file]).toEqual(["liste.mbox/1", "liste.mbox/2"]);
  expect([first!.draft, second!.draft].map((draft) => draft.ok && [draft.value.title, draft.value.date])).toEqual([
    ["Lettre n° 1 : la place", "2022-01-10"],
    ["Lettre n° 2 : la fête", "2022-02-14"],
  ]);
  const letter = first!.draft.ok && first!.draft.value.kind === "letter" ? textOf(first!.draft.value.opening) : "";
  expect(letter).toContain("les voitures s'en vont, et le marché");
  expect(letter).toContain("From l'autre côté, un arbre de plus.");
  expect(Buffer.from(second!.original.bytes).toString()).toMatch(/^From: =\?iso-8859-1/);
  expect(second!.original.extension).toBe("eml");
});
