import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LetterLink, looksLikeLink, readArchiveLink, readLink, type ReportLink, type SearchLink, writeLink } from "../../../archive/text/archiveLink.ts";
import { startOf } from "../../../archive/text/paragraph.ts";
import { anyText } from "./anyText.ts";

const slug = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "x", "z", "0", "9"), minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("-"));
const document = fc.tuple(slug, slug).map((parts) => parts.join("/"));
const title = fc
  .oneof(fc.constantFrom("Lettre d’informations", "Mutualisons !", "50 % & plus = #1 ?", "𝐁 😀", "a+b"), fc.string({ unit: "grapheme-ascii", maxLength: 40 }))
  .map((text) => text.trim() || null);
const label = { title, date: fc.constantFrom(null, "2022", "2022-10", "2022-10-05") };
const start = fc.oneof(anyText, fc.constantFrom("Le geek de service", "À suivre.")).map(startOf);
const paragraph = fc.option(fc.record({ index: fc.nat({ max: 5000 }), start }));
const letterLink: fc.Arbitrary<LetterLink> = fc.record({ kind: fc.constant("letter" as const), document, section: fc.option(slug), paragraph, ...label });
const reportLink: fc.Arbitrary<ReportLink> = fc.record({ kind: fc.constant("report" as const), document, page: fc.option(fc.integer({ min: 1, max: 4000 })), ...label });
const searchLink: fc.Arbitrary<SearchLink> = fc.record({ kind: fc.constant("search" as const), text: fc.constantFrom("geek de service", '"un tiers-lieu" -vide OU rubrique:lecture', "l’été & l’eau") });

describe("what is written is read", () => {
  test("of letters, sections, paragraphs, pages and searches", () => {
    fc.assert(
      fc.property(fc.oneof(letterLink, reportLink, searchLink), (link) => {
        const href = writeLink(link);
        expect(readLink(href)).toEqual(link);
        expect(href).toMatch(/^relire:\/\/[!-~]+$/);
        expect(looksLikeLink(href)).toBe(true);
      }),
    );
  });

  test("as an address that a person can read", () => {
    const link: LetterLink = { kind: "letter", document: "la-derivation/2022-10", section: "une-lecture", paragraph: { index: 2, start: "le geek de service" }, title: "Lettre", date: "2022-10" };
    expect(writeLink(link)).toBe("relire://letter/la-derivation/2022-10?s=une-lecture&p=2&q=le+geek+de+service&t=Lettre&d=2022-10");
    expect(writeLink({ kind: "report", document: "la-derivation/mutualisons-2022", page: 12, title: null, date: null })).toBe("relire://report/la-derivation/mutualisons-2022?page=12");
    expect(writeLink({ kind: "search", text: "geek de service" })).toBe("relire://search?q=geek+de+service");
  });

  test("with a long title cut at a whole character, and a system's own slashes", () => {
    const long = readLink(writeLink({ kind: "report", document: "a/b", page: null, title: "😀".repeat(400), date: null }));
    expect(long).toMatchObject({ kind: "report", title: expect.stringMatching(/^(?:😀){100,150}$/u) });
    expect(readLink("relire://search/?q=eau")).toEqual({ kind: "search", text: "eau" });
    expect(readLink("relire://letter/a/b/?s=c")).toMatchObject({ document: "a/b", section: "c" });
  });
});

describe("a hostile link", () => {
  test.each([
    "", "relire:", "relire://", "relire://app/index.html", "relire://app/archive", "relire://app", "RELIRE://letter/a/b", "relire://letter/a/b/c", "relire://letter/../b",
    "relire://letter/a/b?s=../c", "relire://letter/a/b?s=", "relire://letter/a/b?p=-1", "relire://letter/a/b?p=1e9", "relire://letter/a/b?p=9999999", "relire://report/a/b?page=0",
    "relire://report/a/b?page=x", "relire://search", "relire://search?q=", "relire://search?q=%0A", "relire://user@letter/a/b", "relire://letter:80/a/b", "relire://letter/a/b#c",
    `relire://search?q=${"a".repeat(5000)}`, `relire://letter/a/${"b".repeat(300)}`, "relire://letter/a/b\n", " relire://letter/a/b", "https://example.org", "file:///etc/passwd", "javascript:alert(1)",
  ])("is none: %j", (href) => {
    expect(readLink(href)).toBeNull();
  });

  test("cannot turn the direction of writing, begin a line or give a date that is none", () => {
    expect(readLink("relire://report/a/b?t=a%E2%80%AEb%0Ac&d=2022-13-45")).toEqual({ kind: "report", document: "a/b", page: null, title: "a b c", date: null });
    expect(readLink("relire://letter/a/b?t=%FF%zz")).toMatchObject({ kind: "letter", document: "a/b" });
  });

  test("of any kind never throws, and never leads to the window's own files", () => {
    const hostile = fc.oneof(anyText, anyText.map((text) => `relire://letter/a/b?${text}`), anyText.map((text) => `relire://app/${text}`), fc.webUrl().map((url) => url.replace(/^https?/, "relire")));
    fc.assert(
      fc.property(hostile, (href) => {
        const link = readLink(href);
        const document = link && link.kind !== "search" ? link.document : "";
        expect(document).not.toMatch(/^app\//);
        expect(link !== null && href.startsWith("relire://app/")).toBe(false);
      }),
    );
  });
});

describe("readArchiveLink", () => {
  test.each([
    ["relire://la-derivation/2022-10", { document: "la-derivation/2022-10", section: null, page: null }],
    ["relire://la-derivation/2022-10#une-lecture", { document: "la-derivation/2022-10", section: "une-lecture", page: null }],
    ["relire://la-derivation/mutualisons-2022#p12", { document: "la-derivation/mutualisons-2022", section: "p12", page: 12 }],
    ["relire://letter/la-derivation/2022-10?s=une-lecture&p=1", { document: "la-derivation/2022-10", section: "une-lecture", page: null }],
    ["relire://report/la-derivation/mutualisons-2022?page=12", { document: "la-derivation/mutualisons-2022", section: null, page: 12 }],
    ["relire://a/b#p0", { document: "a/b", section: "p0", page: null }],
    ["relire://a/b#page-2", { document: "a/b", section: "page-2", page: null }],
  ])("reads %s", (href, target) => {
    expect(readArchiveLink(href)).toMatchObject(target);
  });

  test.each(["#une-lecture", "mailto:ada@example.org", "relire://a", "relire://a/", "relire://a/b/c", "relire://a/b#", "relire://a/b#c#d", "relire://A/b", "relire://a/../b", "relire://search?q=eau", "relire://a/b\n", "relire://a/b?c", "RELIRE://a/b"])(
    "does not take %j for a link to a document",
    (href) => {
      expect(readArchiveLink(href)).toBeNull();
    },
  );
});
