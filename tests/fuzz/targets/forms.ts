/** Letters of every form, changed at will, read into drafts, written as Markdown and shown: in memory, thousands of them. */
import { type ImportContext, importFile } from "../../../archive/import/importFile.ts";
import { fail } from "../../../archive/model.ts";
import { parseLetter } from "../../../archive/store/letterFile.ts";
import { composeLetter, identify } from "../../../archive/store/letterMarkdown.ts";
import { insistAnswer, insistCleanLetter } from "../invariants.ts";
import { mutate } from "../mutate.ts";
import { type Ground, insist, type Target } from "../target.ts";

const context: ImportContext = { readPdf: async () => fail("report-damaged"), rubrics: [{ id: "lecture", title: "Une lecture" }] };

export function forms({ forms }: Ground): Target {
  const bytesOfAll = forms.map(({ bytes }) => bytes);
  return {
    make: (chance) => mutate(chance, chance.oneOf(bytesOfAll), bytesOfAll),
    async check(input) {
      let count = 0;
      for await (const { draft, original } of importFile({ file: fileNameFor(input), bytes: input }, context)) {
        count += 1;
        insist(/^[a-z0-9]{1,10}$/.test(original.extension), `an original's extension ${original.extension}`);
        insistAnswer(draft);
        if (!draft.ok || draft.value.kind !== "letter") continue;
        const { title, date, authors, opening, sections } = draft.value;
        const identified = identify(sections.map((section) => ({ title: section.title, rubric: section.rubric?.id ?? null, blocks: section.blocks })));
        const { markdown } = composeLetter({ frontMatter: { title, date, authors }, opening, sections: identified });
        const letter = parseLetter(markdown, "essai/lettre");
        insist(letter.ok, `a letter that was written does not read: ${letter.ok ? "" : letter.failure.detail}`);
        insistCleanLetter(letter.value);
        insist(letter.value.sections.length === identified.length, `${identified.length} sections were written, ${letter.value.sections.length} read`);
      }
      insist(count > 0 || input.length > 0, "nothing is told of a file");
    },
  };
}

const names = ["lettre", "2022-10 lettre.html", "<img src=x onerror=alert(1)>.md", "a\u202Egnp.html", "..", "...html", "C:con.txt", `${"long".repeat(60)}.eml`, "é\u0301.mbox", "%2e%2e%2f.md", ".caché"];

/** A file has to have a name; which one follows from what is in it, so that an input is only its bytes. */
export function fileNameFor(input: Uint8Array): string {
  return names[input.length % names.length] ?? "lettre";
}
