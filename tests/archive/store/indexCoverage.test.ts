import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CatalogueEntry } from "../../../archive/store/catalogue.ts";
import { coverageOf, readCoverage, versionOf, writeCoverage } from "../../../archive/store/indexCoverage.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

function letter(id: string, sha256: string): CatalogueEntry {
  return { head: { kind: "letter", id, collection: "essai", title: "Lettre", date: null, authors: [], sections: [] }, bytes: 0, sha256, pictures: [] };
}

const report: CatalogueEntry = {
  ...letter("essai/carnet", "00"),
  head: { kind: "report", id: "essai/carnet", collection: "essai", title: "Carnet", date: null, authors: [], subtitle: "", description: "", pageLabels: ["1"], outline: [] },
};

const letters = fc
  .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,4}\/[a-z]{1,4}$/), sha256: fc.stringMatching(/^[0-9a-f]{8}$/) }), { selector: ({ id }) => id, minLength: 1 })
  .map((given) => given.map(({ id, sha256 }) => letter(id, sha256)));

describe("the fingerprint of what an index was made from", () => {
  test("does not depend on the order of documents", () => {
    fc.assert(
      fc.property(letters, (given) => {
        expect(coverageOf(given.toReversed()).fingerprint).toBe(coverageOf(given).fingerprint);
      }),
    );
  });

  test("changes with every document that comes, goes, changes its id or its bytes", () => {
    fc.assert(
      fc.property(letters, (given) => {
        const [first, ...others] = given;
        const all = [given, others, [...given, letter("x/new", "00")], [letter("x/other", first!.sha256), ...others], [letter(first!.head.id, "11"), ...others]];
        expect(new Set(all.map((each) => coverageOf(each).fingerprint)).size).toBe(all.length);
      }),
    );
  });

  test("changes with the title of a report, which its file does not tell", () => {
    expect(versionOf({ ...report, head: { ...report.head, title: "Autre" } })).not.toBe(versionOf(report));
  });
});

describe("the coverage of an index", () => {
  test("reads as it was written", async () => {
    const { text, fingerprint, versions } = coverageOf([letter("essai/un", "01"), report, letter("essai/deux", "02")]);
    await writeCoverage(folder.path, text);
    expect(await readCoverage(folder.path)).toEqual({ fingerprint, versions });
    expect([...versions.keys()]).toEqual(["essai/carnet", "essai/deux", "essai/un"]);
  });

  test("is none when it is missing, or of another analysis", async () => {
    expect(await readCoverage(folder.path)).toBeNull();
    folder.put("index.documents", "analysis 0\nessai/un 01\n");
    expect(await readCoverage(folder.path)).toBeNull();
  });
});
