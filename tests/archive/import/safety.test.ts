/** Nothing that runs, frames, asks or hides leaves an import, whatever the form it came in; and no bytes at all make it throw. */
import fc from "fast-check";
import type { RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { details, fixture, importAll, importLetter, letterText, nodesOf } from "../../fixtures/importLetter.ts";
import { markdownVectors, vectors } from "../../fixtures/vectors.ts";

const allowed = new Set("paragraph heading text emphasis strong delete link image list listItem blockquote table tableRow tableCell code inlineCode break thematicBreak footnoteReference footnoteDefinition".split(" "));

function unsafe(blocks: readonly RootContent[]): unknown[] {
  return nodesOf(blocks).filter((node) => {
    if (!allowed.has(node.type)) return true;
    if (node.type === "image") return !/^pictures\/[a-z0-9-]+\.(?:png|jpg|gif|webp)$/.test(node.url);
    return node.type === "link" && /^\s*(?:javascript|data|vbscript|file|attachment)/i.test(node.url);
  });
}

/** A file with such a character is no text, and is refused before anything else. */
const isText = (vector: string): boolean => !/(?![\n\t])\p{Cc}/u.test(vector);

describe("active content", () => {
  const wrap = {
    page: (vector: string) => `<!doctype html><html><body><h1>Titre</h1><p>avant</p>${vector}<p>après</p></body></html>`,
    Markdown: (vector: string) => `---\ntitle: Titre\n---\n\navant\n\n${vector}\n\nau milieu ${vector} de la ligne\n\naprès`,
    mail: (vector: string) => `From: a@b.example\nSubject: Titre\nContent-Type: text/html; charset=utf-8\n\n<p>avant</p>${vector}<p>après</p>`,
  };
  for (const [form, wrapped] of Object.entries(wrap)) {
    test.each([...vectors, ...(form === "Markdown" ? markdownVectors : [])].filter(isText))(`in a ${form}: %s`, async (vector) => {
      const letter = await importLetter(wrapped(vector));
      expect(unsafe([...letter.opening, ...letter.sections.flatMap(({ blocks }) => blocks)])).toEqual([]);
      expect(letterText(letter)).toContain("avant");
    });
  }

  test("is said", async () => {
    const letter = await importLetter("<html><body><p onclick=x>Texte</p><script>alert(1)</script><a href='javascript:x'>lien</a></body></html>");
    expect(details(letter, "active-removed")).toEqual(["<p onclick>", "<script>", "javascript:x"]);
    expect(letterText(letter)).toBe("Texte\nlien");
  });
});

describe("what only machines see", () => {
  const hidden = ["display:none", "visibility:hidden", "opacity:0", "font-size:0", "max-height:0;overflow:hidden", "color:#fff;background-color:#ffffff"];
  test.each(hidden)("%s is removed and said", async (style) => {
    const letter = await importLetter(`<html><body><p>Visible.</p><div style="${style}">mots cachés</div></body></html>`);
    expect(letterText(letter)).toBe("Visible.");
    expect(details(letter, "hidden-removed")).toEqual(["mots cachés"]);
  });

  test("mso-hide alone hides nothing, but in Outlook", async () => {
    expect(letterText(await importLetter('<html><body><p style="mso-hide:all">Visible.</p></body></html>'))).toContain("Visible.");
  });

  test("what is small in its cell and large inside is read", async () => {
    expect(letterText(await importLetter('<html><body><table><tr><td style="font-size:0"><div style="font-size:16px">Visible.</div></td></tr></table></body></html>'))).toContain("Visible.");
  });
});

describe("files that are no letters, or hardly", () => {
  const codeOf = async (bytes: string | Uint8Array): Promise<unknown> => (await importAll(bytes)).map(({ draft }) => (draft.ok ? "letter" : draft.failure.code));
  test.each([
    ["nothing", "", "file-empty"],
    ["blanks alone", " \n\t\n", "file-empty"],
    ["a PNG named .html", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "format-unknown"],
    ["random bytes", Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)), "format-unknown"],
    ["a zip", Buffer.from("504b0304140000000000", "hex"), "zip-nested"],
    ["a page without words", "<html><body><img src='https://x.example/a.png'></body></html>", "letter-empty"],
    ["six million letters", "a".repeat(5_500_000), "file-too-large"],
  ])("%s", async (_name, bytes, code) => {
    expect(await codeOf(bytes)).toEqual([code]);
  });

  test("a letter without headings is one piece, and says so", async () => {
    const letter = await importLetter("Bonjour,\n\nvoici un texte sans aucun intertitre, et qui s'en passe très bien.\n");
    expect(letter.sections).toEqual([]);
    expect(details(letter, "no-heading")).toHaveLength(1);
  });

  test.each([1000, 100_000])("%i nested tables are flattened, and their words kept", async (levels) => {
    const letter = await importLetter(`<html><body>${"<table><tr><td>".repeat(levels)}<p>Au fond.</p>${"</td></tr></table>".repeat(levels)}<p>Dehors.</p></body></html>`);
    expect(letterText(letter)).toContain("Au fond.\nDehors.");
    expect(details(letter, "too-deep")).toHaveLength(1);
  });
});

describe("long runs of one sign end in reasonable time", () => {
  const wraps: Record<string, (run: string) => string> = {
    text: (run) => `Titre\n\n${run}x`,
    page: (run) => `<html><body><p style="${run}">${run}x</p></body></html>`,
    Markdown: (run) => `---\ntitle: Titre\n---\n\n${run}x`,
    mail: (run) => `From: a@b.example\nSubject: Titre\n\n${run}x`,
  };
  test.each(Object.keys(wraps).flatMap((form) => [" ", "\u00A0", "[", "`a", "~a", "\n--", "{{", "*|", "a@", "<"].map((sign) => [form, sign] as const)))("in a %s: %j", async (form, sign) => {
    expect(await importAll(wraps[form]!(sign.repeat(Math.ceil(40_000 / sign.length))))).toHaveLength(1);
  });
});

describe("any bytes at all", () => {
  const forms = ["", "<html><body>", "---\ntitle: a\n---\n", "From: a@b.c\nSubject: x\n\n", "From: a@b.c\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", "From x Thu Jan 1 00:00:00 2022\nFrom: a@b.c\n\n", "#+title: x\n", "%PDF-1.4\n"];
  const alphabet = fc.constantFrom("<", ">", "/", "table", "td", "p", "h1", "b", "a href=", '"', "'", "=", "&", ";", "{{", "}}", "{%", "%}", "[", "]", "(", ")", "*", "_", "`", "~", "#", "-", "\n", "\n\n", " ", "\t", ">", "|", ":::", "é", "Ã©", "=?utf-8?q?", "?=", "https://a.b/?utm_x=1", "--b", "Content-Type: text/html\n", "\u034F", "\u200B", "😀", "octobre 2022", "Une lecture");

  test("never make an import throw", async () => {
    const property = fc.assert(
      fc.asyncProperty(fc.constantFrom(...forms), fc.oneof(fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)), fc.array(alphabet, { maxLength: 120 }).map((parts) => Buffer.from(parts.join("")))), async (form, bytes) => {
        const found = await importAll(Buffer.concat([Buffer.from(form), bytes]));
        return found.every(({ draft }) => !draft.ok || draft.value.kind !== "letter" || unsafe([...draft.value.opening, ...draft.value.sections.flatMap(({ blocks }) => blocks)]).length === 0);
      }),
      { numRuns: 400 },
    );
    await expect(property).resolves.toBeUndefined();
  });

  test("nor do letters cut or changed anywhere", async () => {
    const letters = ["mailpoet.html", "jekyll.md", "hugo.md", "wrapped.txt", "liste.mbox", "table-2008.html"].map(fixture);
    const property = fc.assert(
      fc.asyncProperty(fc.constantFrom(...letters), fc.nat(), fc.nat(255), fc.boolean(), async (letter, at, byte, cut) => {
        const changed = Buffer.from(letter);
        changed[at % changed.length] = byte;
        return (await importAll(cut ? changed.subarray(0, at % changed.length) : changed)).length > 0;
      }),
      { numRuns: 150 },
    );
    await expect(property).resolves.toBeUndefined();
  });
});
