/** Catalogues changed by chance or by a hand that means harm, digest made right again or not: the folder opens, and nothing outside of it is ever read. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openArchive } from "../../../archive/archive.ts";
import { sha256 } from "../../../archive/store/digest.ts";
import { exportSaying } from "../../../electron/exportSaying.ts";
import type { Chance } from "../../bench/random.mjs";
import { putArchive } from "../../fixtures/letterArchive.ts";
import { folderAt } from "../../fixtures/temporaryFolder.ts";
import { insistAnswer, insistCleanLetter } from "../invariants.ts";
import { mutate } from "../mutate.ts";
import { pdfReader } from "../pdfReader.ts";
import { type Ground, insist, type Target } from "../target.ts";
import { hostileTexts } from "../values.ts";

const secret = "le-mot-secret";

export async function catalogues({ folder }: Ground): Promise<Target> {
  const at = join(folder, "archive");
  putArchive(folderAt(folder), "archive", {
    letters: { "essai/2022-10": "Ouverture.\n\n## Une lecture {.lecture}\n\nTexte, ![x](pictures/a.png) et [un lien](relire://essai/2022-11#une).\n", "essai/2022-11": "## Une\n\nTexte.\n" },
    reports: { "essai/rapport": [["Une page"], ["Une autre"]] },
    rubrics: [{ id: "lecture", title: "Une lecture" }],
  });
  await mkdir(join(folder, "outside/pictures"), { recursive: true });
  await writeFile(join(folder, "outside/letter.md"), `---\ntitle: ${secret}\ndate: 2022\n---\n\n## A\n\n${secret}\n`);
  await writeFile(join(folder, "outside/pictures/a.png"), secret);
  const whole = await readFile(join(at, "catalogue.json"));
  return {
    make(chance) {
      const changed = chance.onceIn(2) ? mutate(chance, whole, [whole]) : Buffer.from(JSON.stringify(twisted(chance, JSON.parse(whole.toString("utf8")))));
      return chance.onceIn(2) ? changed : asOwnWriting(changed);
    },
    async check(input) {
      await writeFile(join(at, "catalogue.json"), input);
      const archive = await openArchive({ bundled: [at], library: null, readPdf: pdfReader() });
      const overview = archive.overview();
      for (const failure of overview.troubles) insistAnswer({ ok: false, failure });
      const said: unknown[] = [overview, archive.search({ text: "texte", limit: 20 })];
      for (const { id, kind } of overview.documents.slice(0, 20)) {
        const answer = kind === "letter" ? await archive.letter(id) : archive.reportText(id);
        insistAnswer(answer);
        if (kind === "letter" && answer.ok) insistCleanLetter(answer.value as never);
        const exported = await archive.exportLetters({ ids: [id], format: "html", language: "fr", isTypeset: false }, exportSaying("fr"));
        insistAnswer(exported);
        said.push(answer, exported.ok ? Buffer.from(exported.value.bytes).toString("utf8") : null);
      }
      const told = JSON.stringify(said);
      insist(!told.includes(secret) && !told.includes(Buffer.from(secret).toString("base64")), "what lies outside of the folder is told");
      await archive.close();
      await rm(join(at, "catalogue.json"));
    },
  };
}

/** The first line that tells a catalogue of Relire's own writing, with the digest of what follows. */
function asOwnWriting(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes).toString("utf8");
  const body = text.replace(/^\{"format":\d+,/, "");
  return Buffer.from(`{"format":1,"digest":"${sha256(Buffer.from(body))}",\n${body}`);
}

/** The same JSON with some values replaced. */
function twisted(chance: Chance, value: unknown): unknown {
  if (chance.onceIn(40)) return chance.oneOf<unknown>([null, [], {}, 0, -1, 1e300, true, "", chance.oneOf(hostileTexts), "../../outside", "essai/../../outside", "pictures/../../../outside/pictures/a.png"]);
  if (Array.isArray(value)) return chance.onceIn(12) ? [...value, ...value] : value.map((each) => twisted(chance, each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (chance.onceIn(60) ? [] : [[key, twisted(chance, each)]])));
}
