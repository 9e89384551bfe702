/** Anything typed into the search box of the bundled archive: understood, answered, and marked inside what is shown. */
import { join } from "node:path";
import { type Archive, openArchive } from "../../../archive/archive.ts";
import { fail, type Mark } from "../../../archive/model.ts";
import type { Chance } from "../../bench/random.mjs";
import { type Ground, insist, type Target } from "../target.ts";

const parts = [
  "geek", "service", "mutualisons", "l’éco", "œuvre", "usager·es", "lecteur.rice.s", "celles-ci", "", "\"", "«", "»", "“", "-", "--", "OR", "OU", "or", "rubrique:", "rubrique:lecture", "type:pdf", "année:2022", "année:99999", "avant:2022-10", "après:", "collection:dérivation",
  "dans:mutualisons", "in:", ":", "::", "a:b:c", "(", ")", "*", "\\", "/", "\0", "\u202E", "\uD83D", "😀", "ＡＢ", "ﬁ", "İ", "ß", "e\u0301\u0301\u0301", "\u200B", "‿", "constructor", "__proto__", "toString", "1e9", "NaN", "=stem", "e", "é", "zz", "antidisestablishmentarianism",
];

export function queries(_ground: Ground): Target {
  let opening: Promise<Archive> | undefined;
  const bundled = join(process.env["RELIRE_PROJECT"] ?? "", "out/archive");
  return {
    make: (chance) => Buffer.from(JSON.stringify(typed(chance))),
    async check(input) {
      opening ??= openArchive({ bundled: [bundled], library: null, readPdf: async () => fail("report-damaged") });
      const archive = await opening;
      const text = JSON.parse(Buffer.from(input).toString("utf8")) as string;
      const found = archive.search({ text, limit: 20 });
      const hits = found.groups.flatMap((group) => group.hits);
      insist(hits.length <= 20 && hits.length <= found.total, `${hits.length} hits of ${found.total}`);
      for (const { excerpt, marks } of hits) insistMarks(marks, excerpt.length);
      insistMarks(found.understood.map(({ from, to }): Mark => [from, to]), text.length);
      for (const facet of Object.values(found.facets).flat()) insist(facet.passages >= 1 && facet.passages <= found.total, "a facet counts what is not found");
      insist(JSON.stringify(archive.search({ text, limit: 20 }).groups) === JSON.stringify(found.groups), "the same query is answered otherwise the second time");
      const counted = await archive.occurrences({ document: "la-derivation/mutualisons-2022", text });
      insist(counted.ok && counted.value.pages.every(({ page, count }) => page >= 1 && count >= 1), "marks that are not on a page");
    },
  };
}

function insistMarks(marks: readonly Mark[], length: number): void {
  let last = 0;
  for (const [from, to] of marks) {
    insist(from >= last && to > from && to <= length, `a mark from ${from} to ${to} in ${length}`);
    last = to;
  }
}

function typed(chance: Chance): string {
  const count = chance.below(chance.onceIn(10) ? 200 : 8);
  const words = Array.from({ length: count }, () => {
    const part = chance.oneOf(parts);
    return chance.onceIn(8) ? part.repeat(1 + chance.below(60)) : part;
  });
  const text = words.join(chance.onceIn(4) ? "" : " ");
  return (chance.onceIn(3) ? `${text} ` : text).slice(0, 1000);
}
