/** The sealed index and the saved passages with bits flipped and pieces cut: refused, or a passage that cannot be read is not given. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentHead, Passage } from "../../../archive/model.ts";
import { openSealedPassages, sealPassages } from "../../../archive/search/sealedPassages.ts";
import { passagesFile } from "../../../archive/store/layout.ts";
import { openPassages, writePassages } from "../../../archive/store/savedPassages.ts";
import { mutate } from "../mutate.ts";
import { type Ground, insist, type Target } from "../target.ts";

const made = "fuzz";
const head: DocumentHead = { kind: "letter", id: "essai/lettre", collection: "essai", title: "Lettre", date: "2022", authors: [], sections: [] };
const passages = Array.from({ length: 60 }, (_, index): Passage => ({ id: `essai/lettre#s${index}`, document: head.id, kind: "section", heading: `Section ${index}`, rubric: null, page: null, text: `Une soupe de fanes numéro ${index}, ${"mot ".repeat(index)}` }));

/** An input is the index's changed bytes, or those of the passages' file. */
export async function indexes({ folder }: Ground): Promise<Target> {
  const sealed = Buffer.from(await sealPassages(passages, () => head, made));
  await mkdir(join(folder, "whole"), { recursive: true });
  await writePassages(join(folder, "whole"), made, passages);
  const saved = await readFile(join(folder, "whole", passagesFile));
  const broken = join(folder, "broken");
  await mkdir(broken, { recursive: true });
  return {
    make: (chance) => mutate(chance, chance.onceIn(2) ? sealed : saved, [sealed, saved]),
    async check(input) {
      const opened = openSealedPassages(input, made, passages.length);
      insist(!opened.ok || sealed.equals(input), "a changed index is opened");
      if (!opened.ok) insist(["index-damaged", "index-outdated"].includes(opened.failure.code), opened.failure.code);
      await writeFile(join(broken, passagesFile), input);
      const list = openPassages(broken, made);
      if (!list.ok) return insist(["index-damaged", "index-outdated"].includes(list.failure.code), list.failure.code);
      for (let place = 0; place < list.value.count; place += 1) {
        const passage = list.value.at(place);
        insist(passage === null || JSON.stringify(passage) === JSON.stringify(passages[place]), `passage ${place} is another one`);
      }
      list.value.close();
    },
  };
}
