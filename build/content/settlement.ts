/** What a publisher settled about an original, in a YAML file beside it. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { type Draft, type ImportNote, noteCodes } from "../../archive/draft.ts";
import { type Rubric, SlugId } from "../../archive/model.ts";
import { FrontMatterDate, readYaml } from "../../archive/store/markdownFile.ts";
import type { Problems } from "./problems.ts";

const fields = {
  title: z.string().min(1).optional(),
  date: FrontMatterDate.optional(),
  authors: z.array(z.string()).optional(),
  /** The end of the document's id, after its collection's. */
  id: SlugId.optional(),
  /** The end of the id of the document whose place it takes. */
  replaces: SlugId.optional(),
  rubrics: z.record(z.string(), SlugId.nullable()).default({}),
  accepted: z.array(z.enum(noteCodes)).default([]),
  ignored: z.boolean().default(false),
};

const Settlement = z.strictObject(fields);
export type Settlement = z.infer<typeof Settlement>;

const SettlementFile = z.strictObject({ ...fields, parts: z.record(z.string(), Settlement).default({}) });

export const settlementEnding = ".yaml";

/** The settlements of one original by the part of it that they are about, "" being all of it. Problems are noted under the file's name. */
export function readSettlements(path: string, file: string, problems: Problems): Map<string, Settlement> {
  if (!existsSync(path)) return new Map();
  const read = problems.attempt(file, () => readYaml(readFileSync(path, "utf8"), SettlementFile));
  if (!read) return new Map();
  const { parts, ...whole } = read;
  return new Map([["", whole], ...Object.entries(parts)]);
}

/** A draft as it was settled, without the doubts that this ends. `rubricOf` gives a declared rubric. */
export function settle<Kind extends Draft>(draft: Kind, settlement: Settlement, rubricOf: (id: string) => Rubric | undefined): Kind {
  const { title = draft.title, date = draft.date, authors = draft.authors, rubrics } = settlement;
  const settled: Kind = { ...draft, title, date, authors, notes: draft.notes.filter((note) => !isSettled(note, settlement)) };
  if (settled.kind !== "letter") return settled;
  const sections = settled.sections.map((section) => {
    const rubric = rubrics[section.title];
    if (rubric === undefined) return section;
    return { ...section, rubric: rubric === null ? null : (rubricOf(rubric) ?? { id: rubric, title: section.title }) };
  });
  return { ...settled, sections };
}

function isSettled({ code }: ImportNote, { title, date, accepted }: Settlement): boolean {
  if (accepted.includes(code)) return true;
  if (date !== undefined && /(?:^|-)date(?:$|-)/.test(code)) return true;
  return title !== undefined && /(?:^|-)title(?:$|-)/.test(code);
}
