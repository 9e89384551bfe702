/** What a person types and what an archive holds, spelt differently: found all the same, and marked. */
import { mkdtempSync, rmSync } from "node:fs";
import { readPdf } from "../../archive/import/pdf.ts";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../../archive/archive.ts";
import { sealFolder } from "../../archive/assembleIndex.ts";
import { openFolder } from "../../archive/openFolder.ts";
import { putArchive } from "../fixtures/letterArchive.ts";
import { folderAt } from "../fixtures/temporaryFolder.ts";
import { worstTyped } from "../fixtures/worstTyped.ts";

const sections: Record<string, string> = {
  usager: "Un usager du guichet.",
  usagers: "Les usagers du guichet.",
  usagere: "Une usagère du guichet.",
  usageres: "Des usagères du guichet.",
  "usager-es": "Les usager·es du guichet.",
  "militant-e-s": "Des militant·e·s en réunion.",
  militante: "Une militante en réunion.",
  "tou-te-s": "Bienvenue à tou·te·s.",
  acteurs: "Les acteur·rice·s du quartier.",
  etudiants: "Les étudiant-e-s du campus.",
  directions: "Les directeur(trice)s, et puis voilà.",
  lecture: "Chaque lecteur/lectrice.",
  attentif: "Soyez attentif·ve.",
  economie: "L’économie du bénévolat.",
  economies: "Faire des économies.",
  coeur: "Au cœur de la ville.",
  soeur: "Ma SŒUR, ou sa soeur.",
  peut: "Il est peut-être tard.",
  rendez: "Un rendez-vous mardi.",
  "aujourd-hui": "Pas aujourd’hui.",
  coupe: "La mutuali\u00ADsation des moyens.",
  decompose: "Une re\u0301union de\u0301cisive.",
};
const body = Object.entries(sections).map(([id, text]) => `## ★ {#${id}}\n\n${text}`).join("\n\n");

/** Opened once: nothing here changes it. */
async function open(isSealed: boolean): Promise<Archive> {
  const folder = folderAt(mkdtempSync(join(tmpdir(), "relire-test-")));
  putArchive(folder, "archive", { letters: { "essai/2022-10": body } });
  const opened = await openFolder(folder.at("archive"), readPdf);
  if (isSealed) await sealFolder(opened, (id) => opened.documents.find(({ entry }) => entry.head.id === id)?.entry.head, readPdf);
  const archive = await openArchive({ bundled: [folder.at("archive")], library: null, readPdf });
  expect(archive.overview().troubles).toEqual([]);
  rmSync(folder.path, { recursive: true });
  return archive;
}

const found = (archive: Archive, typed: string) => archive.search({ text: typed, limit: 100 }).groups.flatMap(({ hits }) => hits);
const namesOf = (archive: Archive, typed: string): string[] => found(archive, typed).map(({ passage }) => passage.id.split("#")[1] ?? "");
const usagers = ["usager", "usager-es", "usagere", "usageres", "usagers"];

describe.each([
  ["made as it opened", false],
  ["sealed before", true],
])("an archive with an index %s", (_, isSealed) => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await open(isSealed);
  });

  test.each([
    ["usager", usagers],
    ["usagers", usagers],
    ["usagère", usagers],
    ["usagères", usagers],
    ["usagere", usagers],
    ["USAGERES", usagers],
    ["usager·es", usagers],
    ["usager.e.s", usagers],
    ["usager-es", usagers],
    ["militantes", ["militant-e-s", "militante"]],
    ["militant", ["militant-e-s", "militante"]],
    ["militants", ["militant-e-s", "militante"]],
    ["militant⋅e⋅s", ["militant-e-s", "militante"]],
    ["tous", ["tou-te-s"]],
    ["toutes", ["tou-te-s"]],
    ["actrice", ["acteurs"]],
    ["acteurs", ["acteurs"]],
    ["étudiante", ["etudiants"]],
    ["etudiants", ["etudiants"]],
    ["directrices", ["directions"]],
    ["directeur", ["directions"]],
    ["lectrices", ["lecture"]],
    ["lecteur", ["lecture"]],
    ["attentive", ["attentif"]],
    ["attentifs", ["attentif"]],
    ["l’économie", ["economie", "economies"]],
    ["economie", ["economie", "economies"]],
    ["economies", ["economie", "economies"]],
    ["ÉCONOMIES", ["economie", "economies"]],
    ["d'économie", ["economie", "economies"]],
    ["cœur", ["coeur"]],
    ["coeur", ["coeur"]],
    ["COEUR", ["coeur"]],
    ["sœurs", ["soeur"]],
    ["peut-être", ["peut"]],
    ["rendez-vous", ["rendez"]],
    ["aujourd'hui", ["aujourd-hui"]],
    ["mutualisations", ["coupe"]],
    ["réunion décisive", ["decompose"]],
    ["reunion decisive", ["decompose"]],
  ])("finds by %j, and marks what it found", (typed, names) => {
    const { step } = archive.search({ text: `${typed} `, limit: 100 });
    const all = namesOf(archive, `${typed} `);
    // Where little is found, words that merely resemble it come after.
    expect((step === "exact" ? all : all.slice(0, names.length)).toSorted()).toEqual(names.toSorted());
    expect(names.length < 3 || step === "exact").toBe(true);
    for (const { excerpt, marks } of found(archive, `${typed} `)) {
      expect(marks.length).toBeGreaterThan(0);
      for (const [from, to] of marks) expect(excerpt.slice(from, to)).toMatch(/^[\p{L}\p{M}].*[\p{L}\p{M})]$/u);
    }
  });

  test("puts the form that was typed before the others", () => {
    expect(namesOf(archive, "économies ")[0]).toBe("economies");
    expect(namesOf(archive, "économie ")[0]).toBe("economie");
    expect(namesOf(archive, "cœur ")).toEqual(["coeur", "soeur"]);
  });

  test("marks an inclusive word whole", () => {
    const [hit] = found(archive, '"les usagères"');
    expect(hit?.marks.map(([from, to]) => hit.excerpt.slice(from, to))).toEqual(["usager·es"]);
  });

  test("completes and corrects as the archive spells", () => {
    expect(archive.search({ text: "bénév", limit: 5 }).completions).toEqual(["bénévolat"]);
    expect(archive.search({ text: "benevolta ", limit: 5 })).toMatchObject({ step: "typos", total: 1, suggestion: "bénévolat" });
    expect(archive.search({ text: "zzzzzz ", limit: 5 })).toMatchObject({ total: 0, suggestion: null, completions: [] });
    expect(archive.search({ text: "usagers ", limit: 5 }).suggestion).toBeNull();
  });

  test("answers the worst that can be typed, with what can be told to another process", () => {
    for (const text of worstTyped) {
      const results = archive.search({ text, limit: 20 });
      expect(structuredClone(results)).toEqual(results);
    }
  });
});
