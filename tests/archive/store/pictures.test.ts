import { describe, expect, test } from "vitest";
import type { CatalogueEntry } from "../../../archive/store/catalogue.ts";
import { missingPictures } from "../../../archive/store/pictures.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const letter: CatalogueEntry = {
  head: { kind: "letter", id: "essai/2022-10", collection: "essai", title: "La lettre", date: "2022-10", authors: [], sections: [] },
  bytes: 0,
  sha256: "00".repeat(32),
  pictures: ["pictures/a.svg", "pictures/b.svg"],
};

describe("missingPictures", () => {
  test("names each picture that is not there", async () => {
    folder.put("letters/essai/2022-10/pictures/a.svg", "<svg/>");
    expect(await missingPictures(folder.path, letter)).toEqual([{ code: "picture-missing", subject: "essai/2022-10", title: "La lettre", file: "letters/essai/2022-10/pictures/b.svg" }]);
    folder.put("letters/essai/2022-10/pictures/b.svg", "<svg/>");
    expect(await missingPictures(folder.path, letter)).toEqual([]);
  });
});
