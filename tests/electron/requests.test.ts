import { resolve, sep } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { librarianCalls, shellCalls } from "../../electron/contract.ts";
import { librarianRequests, pathsSchema, questionSchema, settingsSchema, shellRequests } from "../../electron/requests.ts";

const schemas = { ...librarianRequests, ...shellRequests };
type Call = keyof typeof schemas;

const accepts = (call: Call, request: unknown): boolean => schemas[call].safeParse(request).success;

describe("every call", () => {
  test("has its schema, and no schema is without its call", () => {
    expect(Object.keys(schemas).sort()).toEqual([...librarianCalls, ...shellCalls].sort());
  });

  test("reads any value at all without an error", () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(schemas) as Call[])), fc.anything(), (call, request) => {
        expect([true, false]).toContain(accepts(call, request));
      }),
    );
  });

  test.each(["overview", "painted", "about", "showLibraryFolder", "imports", "cancelImport", "bin", "emptyBin"] as const)("%s takes nothing", (call) => {
    expect(accepts(call, undefined)).toBe(true);
    for (const request of [null, {}, "x", 0]) expect(accepts(call, request)).toBe(false);
  });
});

describe.each(["letter", "report", "undoEdit", "remove", "restore"] as const)("%s", (call) => {
  test("takes the id of a document", () => {
    expect(accepts(call, "la-derivation/2022-10")).toBe(true);
  });

  test.each([
    "",
    "la-derivation",
    "la-derivation/",
    "/2022-10",
    "../catalogue",
    "a/../b",
    "a/b/c",
    "a/b#c",
    "A/b",
    "a/B",
    "a/b\n",
    "a/b\0",
    "a\\b",
    "a/b.md",
    "a//b",
    "-a/b",
    "a--b/c",
    "é/b",
    "a/__proto__",
    `a/${"b".repeat(300)}`,
    ["a/b"],
    { toString: "a/b" },
    null,
    undefined,
    5,
  ])("refuses %j", (request) => {
    expect(accepts(call, request)).toBe(false);
  });
});

describe("rubric", () => {
  test("takes a rubric's id and the hidden collections", () => {
    expect(accepts("rubric", { id: "compte-rendu", hidden: ["les-passerelles"] })).toBe(true);
  });

  test.each([{ id: "lecture" }, { hidden: [] }, { id: "Lecture", hidden: [] }, { id: "a/b", hidden: [] }, { id: "a", hidden: "b" }, { id: "a", hidden: ["../b"] }, { id: "a", hidden: Array(1001).fill("b") }, "lecture", null])(
    "refuses %j",
    (request) => {
      expect(accepts("rubric", request)).toBe(false);
    },
  );
});

describe("search", () => {
  test("takes any text, a limit, and maybe hidden collections", () => {
    for (const text of ["", "geek de service", "🍂", "\0", "<script>", "(((", "\uD800"]) expect(accepts("search", { text, limit: 20 })).toBe(true);
    expect(accepts("search", { text: "a", limit: 1000, hidden: ["les-passerelles"] })).toBe(true);
  });

  test.each([
    { text: "a" },
    { limit: 20 },
    { text: 1, limit: 20 },
    { text: "a".repeat(1001), limit: 20 },
    { text: "a", limit: 0 },
    { text: "a", limit: -1 },
    { text: "a", limit: 1.5 },
    { text: "a", limit: 1001 },
    { text: "a", limit: Number.NaN },
    { text: "a", limit: Infinity },
    { text: "a", limit: "20" },
    { text: "a", limit: 20, hidden: [null] },
    { text: "a", limit: 20, hidden: null },
    null,
  ])("refuses %j", (request) => {
    expect(accepts("search", request)).toBe(false);
  });
});

describe.each([
  ["exported", { format: "epub" }],
  ["exportLetters", { target: "pdf" }],
] as const)("%s", (call, how) => {
  const fields = { language: "fr", isTypeset: true, ...how };

  test("takes letters and sections by their ids", () => {
    expect(accepts(call, { ...fields, ids: ["la-derivation/2022-10", "la-derivation/2022-10#une-analyse"] })).toBe(true);
  });

  test.each([[], ["la-derivation"], ["../x"], ["/etc/passwd"], ["a/b#../c"], "a/b", undefined, Array(10_001).fill("a/b")])("refuses %j as ids", (ids) => {
    expect(accepts(call, { ...fields, ids })).toBe(false);
  });

  test.each([{ language: "de" }, { isTypeset: 1 }, { format: "exe", target: "exe" }])("refuses %j", (change) => {
    expect(accepts(call, { ...fields, ids: ["a/b"], ...change })).toBe(false);
  });
});

describe("openWebLink", () => {
  test.each(["https://example.org/a?b#c", "http://example.org", "https://dérivation.fr", "mailto:ada@example.org", "HTTPS://EXAMPLE.ORG"])("takes %s", (address) => {
    expect(accepts("openWebLink", address)).toBe(true);
  });

  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "blob:https://example.org/x",
    "relire://app/index.html",
    "ms-settings:",
    "smb://example.org/a",
    "ssh://example.org",
    "vbscript:x",
    "//example.org",
    "example.org",
    "https://",
    "",
    `https://example.org/${"a".repeat(8000)}`,
    ["https://example.org"],
    null,
    undefined,
  ])("refuses %j", (address) => {
    expect(accepts("openWebLink", address)).toBe(false);
  });
});

describe("copyText", () => {
  test("takes a text, but not a huge one", () => {
    expect(accepts("copyText", "« geek de service »")).toBe(true);
    expect(accepts("copyText", "a".repeat(100_000_001))).toBe(false);
    expect(accepts("copyText", { text: "a" })).toBe(false);
  });
});

describe("editCard", () => {
  const id = "la-derivation/2022-10";

  test("takes any part of a card, and a title without the spaces around it", () => {
    for (const change of [{}, { date: null }, { date: "2022" }, { date: "2022-10-05" }, { collection: "Les Passerelles" }, { authors: [] }]) expect(accepts("editCard", { id, change })).toBe(true);
    expect(librarianRequests.editCard.parse({ id, change: { title: "  Lettre de mai " } })).toEqual({ id, change: { title: "Lettre de mai" } });
  });

  test.each([{ title: " " }, { title: null }, { date: "2022-02-31" }, { date: "mai 2022" }, { collection: "" }, { collection: null }, { authors: "Nour" }, { authors: [""] }, null])("refuses %j", (change) => {
    expect(accepts("editCard", { id, change })).toBe(false);
  });
});

describe("the sections of a letter", () => {
  const of = { id: "la-derivation/2022-10", section: "une-lecture" };

  test("can be renamed, put under a rubric or under none, joined and cut", () => {
    for (const change of [{ title: "Une lecture" }, { rubric: null }, { rubric: "Une lecture" }]) expect(accepts("editSection", { ...of, change })).toBe(true);
    expect(accepts("mergeSection", of)).toBe(true);
    expect(accepts("splitSection", { ...of, heading: 0 })).toBe(true);
  });

  test.each([-1, 0.5, "0", null, undefined])("cannot be cut at %j", (heading) => {
    expect(accepts("splitSection", { ...of, heading })).toBe(false);
  });

  test.each(["", "../a", "a#b", "Une lecture", null])("are not named %j", (section) => {
    expect(accepts("mergeSection", { ...of, section })).toBe(false);
  });
});

describe("saveText", () => {
  test("takes a plain file name", () => {
    expect(accepts("saveText", { name: "import-2026-11-25-1905.md", text: "" })).toBe(true);
  });

  test.each(["", "../a.md", "a/b.md", "a\\b.md", ".hidden", "a\0.md", "a\n.md", `${"a".repeat(200)}.md`, null])("refuses the name %j", (name) => {
    expect(accepts("saveText", { name, text: "" })).toBe(false);
  });
});

describe("paths from outside", () => {
  test("are absolute", () => {
    expect(pathsSchema.safeParse([resolve("a.eml")]).success).toBe(true);
    for (const paths of [["a.eml"], ["../a"], [""], [null], "a", [`${sep}${"a".repeat(5000)}`], null, undefined]) expect(pathsSchema.safeParse(paths).success).toBe(false);
  });
});

describe("changeSettings", () => {
  test("takes any part of the settings", () => {
    for (const change of [{}, { theme: "dark" }, { language: "en", listWidth: 400 }, { hiddenCollections: ["les-passerelles"] }]) expect(shellRequests.changeSettings.parse(change)).toEqual(change);
  });

  test.each([{ theme: "pink" }, { theme: null }, { language: "de" }, { hiddenCollections: ["../x"] }, { hiddenCollections: "x" }, { listWidth: 10 }, { listWidth: 100_000 }, { listWidth: Number.NaN }, { listWidth: "400" }, { textSize: 8 }, { textSize: 200 }, { lineHeight: 0 }, { lineWidth: Number.NaN }, { textFace: "comic" }, { isJustified: "yes" }, { voice: "" }, { speechRate: 9 }, [], "dark", null])(
    "refuses %j",
    (change) => {
      expect(accepts("changeSettings", change)).toBe(false);
    },
  );

  test("leaves out keys that it does not know, the prototype's too", () => {
    expect(settingsSchema.partial().parse(JSON.parse('{"theme":"dark","colour":"red","__proto__":{"listWidth":300}}'))).toEqual({ theme: "dark" });
  });
});

describe("a question to the librarian", () => {
  test("has a number and one of the calls", () => {
    for (const call of librarianCalls) expect(questionSchema.safeParse({ number: 0, call, request: undefined }).success).toBe(true);
  });

  test.each([{ number: 1, call: "changeSettings" }, { number: 1, call: "__proto__" }, { number: 1, call: "constructor" }, { number: -1, call: "letter" }, { number: 0.5, call: "letter" }, { call: "letter" }, { number: 1 }, null, "letter"])(
    "is refused as %j",
    (question) => {
      expect(questionSchema.safeParse(question).success).toBe(false);
    },
  );
});

describe("keepNote", () => {
  const target = { document: "la-derivation/2022-10", passage: "la-derivation/2022-10#une-analyse", quote: { exact: "mots", prefix: "", suffix: "" }, position: { start: 0, end: 4 } };
  const note = { id: "3b241101-e2bb-4255-8caf-4136c566a962", revision: 0, target, colour: "keep", text: "", tags: [] };

  test("takes a note on the words of a section", () => {
    expect(accepts("keepNote", note)).toBe(true);
    expect(accepts("removeNote", { id: note.id, revision: 1 })).toBe(true);
  });

  test.each([
    { id: "../note" }, { id: "A" }, { id: "" }, { revision: -1 }, { colour: "red" }, { text: "a".repeat(100_001) }, { tags: [""] }, { tags: Array(51).fill("a") },
    { target: { ...target, document: "la-derivation/2022-11" } }, { target: { ...target, passage: "../x#y" } }, { target: { ...target, quote: { exact: "", prefix: "", suffix: "" } } },
  ])("refuses %j", (change) => {
    expect(accepts("keepNote", { ...note, ...change })).toBe(false);
  });
});

test.each([
  ["cited", { passage: "a/b#c", quoted: "", style: "note", language: "fr" }, { style: "apa" }],
  ["cited", { passage: "a/b#c", quoted: "mots", style: "short", language: "en" }, { passage: "a/b" }],
  ["copyQuote", { text: "mots", html: "" }, { html: null }],
] as const)("%s takes %j, and not with %j", (call, request, change) => {
  expect(accepts(call, request)).toBe(true);
  expect(accepts(call, { ...request, ...change })).toBe(false);
});
