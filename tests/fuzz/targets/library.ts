/** The same letters and reports, imported into a real library: read, found, exported, checked, and there again after it was closed. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Archive, openArchive } from "../../../archive/archive.ts";
import type { Library } from "../../../archive/library.ts";
import type { DocumentHead } from "../../../archive/model.ts";
import { exportSaying } from "../../../electron/exportSaying.ts";
import { makeZip } from "../../fixtures/makeZip.ts";
import { insistAnswer, insistCleanLetter, insistCleanPage } from "../invariants.ts";
import { mutate } from "../mutate.ts";
import { pdfReader } from "../pdfReader.ts";
import { type Ground, insist, type Target } from "../target.ts";
import { fileNameFor } from "./forms.ts";

export function library(ground: Ground): Target {
  const bytesOfAll = ground.forms.map(({ bytes }) => bytes);
  const at = join(ground.folder, "library");
  const given = join(ground.folder, "given");
  let opened: { archive: Archive; library: Library } | null = null;

  async function open(): Promise<{ archive: Archive; library: Library }> {
    if (opened) return opened;
    const archive = await openArchive({ bundled: [], library: at, readPdf: pdfReader() });
    if (!archive.library) throw new Error("there is no library");
    opened = { archive, library: archive.library };
    return opened;
  }

  return {
    make(chance) {
      const changed = mutate(chance, chance.oneOf(bytesOfAll), bytesOfAll);
      if (!chance.onceIn(6)) return changed;
      const zip = makeZip([{ name: "a/lettre.html", content: changed }, { name: "b.md", content: chance.oneOf(bytesOfAll) }]);
      return chance.onceIn(2) ? zip : mutate(chance, zip, bytesOfAll);
    },
    async check(input) {
      const { archive, library } = await open();
      const path = join(given, fileNameFor(input).replace(/^\.+$/, "points"));
      await mkdir(given, { recursive: true });
      await writeFile(path, input);
      const report = await library.importPaths({ paths: [path] });
      insistAnswer(report);
      if (!report.ok) return;
      for (const item of report.value.items) {
        if (item.failure) insistAnswer({ ok: false, failure: item.failure });
        insist((item.status === "failed") === (item.failure !== null), `an item that is ${item.status} ${item.failure ? "with" : "without"} a failure`);
        if (item.document !== null && item.status !== "failed") await insistReadable(archive, item.document);
      }
      await rm(path);
    },
    async settle() {
      if (!opened) return;
      const { archive, library } = opened;
      opened = null;
      const { findings } = await library.verify();
      insist(findings.length === 0, `verify finds ${JSON.stringify(findings.slice(0, 3))}`);
      const before = archive.overview();
      await archive.close();
      const again = await openArchive({ bundled: [], library: at, readPdf: pdfReader() });
      const after = again.overview();
      await again.close();
      const names = (heads: DocumentHead[]): string => heads.map(({ id, title, date }) => JSON.stringify([id, title, date])).sort().join();
      insist(names(before.documents) === names(after.documents), "the library is another one after it was closed");
      insist(after.troubles.length === 0, `opened again, it has ${JSON.stringify(after.troubles.slice(0, 3))}`);
      await rm(at, { recursive: true, force: true });
      await rm(given, { recursive: true, force: true });
      const left = (await readdir(ground.folder)).filter((name) => !["library", "given"].includes(name));
      insist(left.length === 0, `beside the library lies ${left.join(", ")}`);
    },
  };
}

async function insistReadable(archive: Archive, id: string): Promise<void> {
  const head = archive.overview().documents.find((each) => each.id === id);
  insist(head !== undefined, `${id} was imported and is not on the shelf`);
  if (head.kind === "report") return insistAnswer(archive.reportText(id));
  const letter = await archive.letter(id);
  insist(letter.ok, `${id} was imported and does not open: ${letter.ok ? "" : letter.failure.detail}`);
  insistCleanLetter(letter.value);
  for (const format of ["html", "paper", "markdown", "epub"] as const) {
    const exported = await archive.exportLetters({ ids: [id], format, language: "fr", isTypeset: true }, exportSaying("fr"));
    insist(exported.ok, `${id} does not export as ${format}`);
    if (format === "html" || format === "paper") insistCleanPage(Buffer.from(exported.value.bytes).toString("utf8"));
  }
}
