/**
 * The reports of past imports, one file each in a folder of the profile, under the names that a person chose: no path of this computer is in
 * them. The oldest give way; a file that does not read is set aside and named, one of a later Relire is left as it is and named.
 */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type ImportItem, noteCodes } from "../archive/draft.ts";
import { type Failure, failureCodes } from "../archive/model.ts";
import { isOfLaterFormat } from "../archive/store/newerFile.ts";
import { shownError, shownPath } from "../archive/store/shownPath.ts";
import { writeFile } from "../archive/store/writeFile.ts";
import type { KeptImport } from "./importContract.ts";
import { setAside } from "./setAside.ts";

/** Reports kept. */
const most = 100;

const text = z.string();
const itemSchema = z.object({
  file: text,
  status: z.enum(["added", "unchanged", "failed"]),
  document: text.nullable(),
  kind: z.enum(["letter", "report"]).nullable(),
  collection: text.nullable(),
  title: text.nullable(),
  date: text.nullable(),
  sections: z.array(z.object({ id: text, title: text, rubric: text.nullable() })),
  pages: z.number().nullable(),
  revision: z.number().nullable(),
  notes: z.array(z.object({ code: z.enum(noteCodes), detail: text })),
  failure: z.object({ code: z.enum(failureCodes), title: text.optional(), detail: text.optional() }).nullable(),
});
const count = z.int().min(0);
const format = 1;
/** The first files carried no format. */
const keptSchema = z.object({
  format: z.literal(format).default(format),
  head: z.object({ id: text.min(1), at: z.iso.datetime(), added: count, unchanged: count, failed: count, cancelled: z.boolean() }),
  items: z.array(itemSchema),
});

export interface KeptImports {
  /** Oldest first. */
  all: KeptImport[];
  /** Files that were not taken in. */
  troubles: Failure[];
  /** Keeps a report, in place of the one with its id. Never rejects: a report is no reason to stop anything. */
  keep(kept: KeptImport): Promise<void>;
}

export async function openKeptImports(folder: string): Promise<KeptImports> {
  const names = await readdir(folder).catch(() => []);
  const read = await Promise.all(names.filter((name) => name.endsWith(".json")).map((name) => readKept(join(folder, name))));
  const all = read.filter((found) => "head" in found).sort((a, b) => (a.head.at < b.head.at ? -1 : 1));
  const pathOf = ({ head: { id } }: KeptImport): string => join(folder, `${id}.json`);
  return {
    all,
    troubles: read.filter((found) => "code" in found),
    async keep(kept) {
      const at = all.findIndex(({ head }) => head.id === kept.head.id);
      if (at < 0) all.push(kept);
      else all[at] = kept;
      const gone = all.splice(0, Math.max(0, all.length - most));
      await writeFile(pathOf(kept), JSON.stringify({ format, ...kept })).catch(() => undefined);
      await Promise.all(gone.map((each) => rm(pathOf(each), { force: true }).catch(() => undefined)));
    },
  };
}

async function readKept(path: string): Promise<KeptImport | Failure> {
  try {
    const json: unknown = JSON.parse(await readFile(path, "utf8"));
    if (isOfLaterFormat(json, format)) return { code: "import-report-newer", file: shownPath(path) };
    const { head, items } = keptSchema.parse(json);
    return { head, items: items as ImportItem[] };
  } catch (error) {
    return { code: "import-report-damaged", file: shownPath(setAside(path)), detail: shownError(error).slice(0, 300) };
  }
}
