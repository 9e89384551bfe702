/** One wording of where a passage comes from, in both languages. */
import { expect, test } from "vitest";
import type { Origin } from "../../archive/dossier.ts";
import { originInWords } from "../../renderer/words/origin.ts";

const page: Origin = { passage: "la-derivation/mutualisons-2022#p4", collection: "La Dérivation", document: "« Mutualisons ! »", date: "2022-07", page: "iv", language: "fr" };
const section: Origin = { ...page, document: "Lettre n° 7 : les pieds dans l’eau", date: null, page: null };

test("a page is named by the number printed on it; a title's own quotation marks become inner ones", () => {
  expect(originInWords(page, "fr")).toBe("La Dérivation, «\u202F“Mutualisons\u202F!”\u202F», juillet 2022, p.\u00A0iv");
  expect(originInWords(page, "en")).toBe("La Dérivation, “« Mutualisons ! »”, July 2022, p.\u00A0iv");
});

test("a section has no page; French is set, a letter without a date says so", () => {
  expect(originInWords(section, "fr")).toBe("La Dérivation, «\u202FLettre n° 7\u00A0: les pieds dans l’eau\u202F», sans date");
  expect(originInWords(section, "en")).toBe("La Dérivation, “Lettre n° 7 : les pieds dans l’eau”, undated");
});
