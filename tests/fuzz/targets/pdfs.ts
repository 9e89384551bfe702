/** Reports, changed at will and read in their process: an answer each time, with as many texts as labels. */
import { makePdf } from "../../fixtures/makePdf.ts";
import { insistAnswer } from "../invariants.ts";
import { mutate } from "../mutate.ts";
import { pdfReader } from "../pdfReader.ts";
import { type Ground, insist, type Target } from "../target.ts";

export function pdfs({ forms }: Ground): Target {
  const made = makePdf([{ lines: ["Une page", "et deux lignes"], links: [{ line: 0, to: "javascript:alert(1)" }, { line: 1, to: 2 }] }, { lines: ["<script>alert(1)</script>"] }], { romanPages: 1 });
  const given = forms.filter(({ bytes }) => Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-").map(({ bytes }) => bytes);
  const all = [made, ...given];
  const readPdf = pdfReader();
  return {
    make: (chance) => mutate(chance, chance.oneOf(all), all),
    async check(input) {
      const content = await readPdf(input);
      insistAnswer(content);
      if (!content.ok) return;
      const { pages } = content.value;
      insist(pages.length > 0, "a report without pages");
    },
  };
}
