import { describe, expect, test } from "vitest";
import { succeed } from "../../../archive/model.ts";
import { details, importLetter, letterText, nodesOf, sectionTitles, textOf } from "../../fixtures/importLetter.ts";

const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const head = (subject: string, type: string): string => `From: "L’Établi" <a@etabli.example>\r\nSubject: ${subject}\r\nDate: Mon, 24 Oct 2022 00:12:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n`;

describe("subjects", () => {
  const titleOf = async (subject: string | Buffer): Promise<string> => {
    const [before = "", after = ""] = head("§", "text/plain; charset=utf-8").split("§");
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from(subject), Buffer.from(`${after}\r\nDu texte pour cette lettre, qui n’a pas de titre à elle.`)]);
    return (await importLetter(bytes)).title;
  };
  test.each([
    ["=?utf-8?q?Lettre_d=E2=80=99octobre?=", "Lettre d’octobre"],
    ["=?iso-8859-1?Q?L'=E9t=E9?= =?iso-8859-1?Q?_revient?=", "L'été revient"],
    ["=?utf-8?Q?Une lettre coup=C3=A9e?=", "Une lettre coupée"],
    ["TR : Fwd: Re: La lettre", "La lettre"],
    ["[etabli] La lettre 🍂", "La lettre 🍂"],
    ["[Lettre d’hiver]", "[Lettre d’hiver]"],
  ])("%s", async (subject, title) => {
    expect(await titleOf(subject)).toBe(title);
  });

  test("with raw 8-bit letters are read in whatever encoding they are", async () => {
    expect(await titleOf(Buffer.from("L'été en latin", "latin1"))).toBe("L'été en latin");
    expect(await titleOf("L’été en UTF-8")).toBe("L’été en UTF-8");
  });
});

test("of two alternatives the HTML one is read, with its pictures, and the sender is the publisher", async () => {
  const mail = [
    head("La lettre", 'multipart/related; boundary="r"'),
    '--r\r\nContent-Type: multipart/alternative; boundary="a"\r\n',
    "--a\r\nContent-Type: text/plain\r\n\r\nEn texte seulement.",
    '--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<h1>La lettre</h1><h2>Une image</h2><p>Voici <img src="cid:chat@x" alt="Un chat"> et <img src="data:image/png;base64,' + png + '" alt="Un chien">.</p><h2>Une suite</h2><p>Fin.</p>',
    "--a--",
    `--r\r\nContent-Type: image/gif; name*=utf-8''Le%20chat%20%C3%A9t%C3%A9.gif\r\nContent-ID: <chat@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from("GIF89a et la suite").toString("base64")}`,
    "--r--\r\n",
  ].join("\r\n");
  const letter = await importLetter(mail);
  expect(letter).toMatchObject({ title: "La lettre", date: "2022-10-24", publisher: "L’Établi" });
  expect(sectionTitles(letter)).toEqual(["Une image", "Une suite"]);
  expect(letter.pictures.map(({ name }) => name)).toEqual(["le-chat-ete.gif", "un-chien.png"]);
  expect(nodesOf(letter.sections[0]!.blocks).flatMap((node) => (node.type === "image" ? [[node.url, node.alt]] : []))).toEqual([
    ["pictures/le-chat-ete.gif", "Un chat"],
    ["pictures/un-chien.png", "Un chien"],
  ]);
  expect(details(letter, "date-from-mail")).toEqual(["2022-10-24"]);
});

describe("a PDF that is attached", () => {
  const mail = (html: string): string =>
    [head("La lettre", 'multipart/mixed; boundary="m"'), `--m\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`, `--m\r\nContent-Type: application/octet-stream; name="bilan.bin"\r\nContent-ID: <bilan>\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from("%PDF-1.7 …").toString("base64")}`, "--m--"].join("\r\n");
  const readPdf = async () => succeed({ title: "Bilan de l’année", authors: ["Nour"], created: "2022-10-20", pageLabels: ["1"], outline: [], pages: ["Le bilan."], unreadablePages: [], largestText: null });

  test("becomes a report, cited at the end", async () => {
    const letter = await importLetter(mail("<h2>Une annonce</h2><p>Le bilan est là, pour vous et pour tous les autres.</p>"), "l.eml", { readPdf });
    expect(letter.attachments.map(({ title }) => title)).toEqual(["Bilan de l’année"]);
    expect(textOf(letter.sections[0]!.blocks)).toContain("Pièce jointe : Bilan de l’année");
    expect(nodesOf(letter.sections[0]!.blocks).find(({ type }) => type === "link")).toMatchObject({ url: "attachment:0" });
    expect(details(letter, "attachment-kept")).toEqual(["Bilan de l’année"]);
  });

  test("is cited where the letter links to it", async () => {
    const letter = await importLetter(mail('<h2>Une annonce</h2><p>Lisez <a href="cid:bilan">le bilan</a>.</p>'), "l.eml", { readPdf });
    expect(textOf(letter.sections[0]!.blocks)).toBe("Lisez le bilan.");
    expect(nodesOf(letter.sections[0]!.blocks).find(({ type }) => type === "link")).toMatchObject({ url: "attachment:0" });
  });

  test("but cannot be read leaves the letter and a note", async () => {
    const letter = await importLetter(mail("<p>Le bilan est là.</p>"));
    expect(letter.attachments).toEqual([]);
    expect(details(letter, "part-damaged")).toEqual(["bilan.bin"]);
  });

  test("is never what a letter of somebody else points to", async () => {
    const letter = await importLetter('<html><body><p>Voir <a href="attachment:0">ceci</a>.</p></body></html>');
    expect(nodesOf(letter.opening).some(({ type }) => type === "link")).toBe(false);
  });
});

describe("mails that are damaged", () => {
  test("cut before the end: what is there is read", async () => {
    const letter = await importLetter(`${head("La lettre", 'multipart/alternative; boundary="b"')}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<h2>Une fin</h2><p>Elle manque =C3=A0 l=E2=80=99app`);
    expect(details(letter, "mail-truncated")).toHaveLength(1);
    expect(letterText(letter)).toContain("Elle manque à l’app");
  });

  test("a boundary that never comes leaves the text", async () => {
    const letter = await importLetter(`${head("La lettre", 'multipart/mixed; boundary="jamais"')}\r\nDu texte quand même, sans frontière aucune.`);
    expect(letterText(letter)).toContain("Du texte quand même");
  });

  test("a boundary other than the one announced is found", async () => {
    const letter = await importLetter(`${head("La lettre", 'multipart/alternative; boundary="autre"')}\r\n--vraie\r\nContent-Type: text/plain\r\n\r\nTexte.\r\n--vraie\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<h2>Une suite</h2><p>Elle est là.</p>\r\n--vraie--`);
    expect(sectionTitles(letter)).toEqual(["Une suite"]);
    expect(details(letter, "part-damaged")).toEqual(["multipart/alternative"]);
  });

  test("wrong base64 is said", async () => {
    const letter = await importLetter(`${head("La lettre", "text/plain; charset=utf-8")}Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from("Bonjour à toutes et à tous.").toString("base64").replace("b", "b!?")}`);
    expect(details(letter, "part-damaged")).toEqual(["text/plain"]);
  });

  test("an unknown charset is looked at", async () => {
    const letter = await importLetter(Buffer.from(`${head("La lettre", "text/plain; charset=x-unknown")}\r\nL'été est passé, déjà.`, "latin1"));
    expect(letterText(letter)).toContain("L'été est passé, déjà.");
    expect(details(letter, "charset-wrong")).toEqual(["windows-1252"]);
  });
});
