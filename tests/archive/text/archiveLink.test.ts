import { describe, expect, test } from "vitest";
import { readArchiveLink } from "../../../archive/text/archiveLink.ts";

describe("readArchiveLink", () => {
  test.each([
    ["relire://la-derivation/2022-10", { document: "la-derivation/2022-10", section: null, page: null }],
    ["relire://la-derivation/2022-10#une-lecture", { document: "la-derivation/2022-10", section: "une-lecture", page: null }],
    ["relire://la-derivation/mutualisons-2022#p12", { document: "la-derivation/mutualisons-2022", section: "p12", page: 12 }],
    ["relire://a/b#p0", { document: "a/b", section: "p0", page: null }],
    ["relire://a/b#page-2", { document: "a/b", section: "page-2", page: null }],
  ])("reads %s", (href, target) => {
    expect(readArchiveLink(href)).toEqual(target);
  });

  test.each(["", "#une-lecture", "https://example.org", "mailto:ada@example.org", "relire:", "relire://", "relire://a", "relire://a/", "relire://a/b/c", "relire://a/b#", "relire://a/b#c#d", "relire://A/b", "relire://a/../b", "relire://app/index.html", " relire://a/b", "relire://a/b\n", "relire://a/b?c", "RELIRE://a/b"])(
    "does not take %j for a link of the archive",
    (href) => {
      expect(readArchiveLink(href)).toBeNull();
    },
  );
});
