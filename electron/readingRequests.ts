/** The schemas of what is kept of reading: the same when the window tells it and when it is read from its file. */
import { z } from "zod";
import { DossierId } from "../archive/dossier.ts";
import { CollectionId, DocumentId, LetterDate, SlugId } from "../archive/model.ts";
import type { KeptTabs, Reading, ReadingCalls, ReadingState } from "./readingContract.ts";

const paragraph = z.object({ index: z.int().min(0).max(1_000_000), start: z.string().max(200) });
const section = SlugId.nullable();
const at = z.int().min(0);

/** Documents remembered, and told of at once. */
export const mostReadings = 20_000;

const share = z.number().min(0).max(1);

export const stateSchema: z.ZodType<ReadingState> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("started"), section, paragraph: paragraph.nullable(), share, at }),
  z.object({ kind: z.literal("onPage"), page: z.int().min(1).max(1_000_000), share, at }),
  z.object({ kind: z.literal("read"), at }),
]);

export const readingSchema = z.object({ document: DocumentId, state: stateSchema.nullable() }) satisfies z.ZodType<Reading>;

const row = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rubric"), id: SlugId }),
  z.object({ kind: z.literal("year"), year: z.string().regex(/^(?:\d{4})?$/) }),
  z.object({ kind: z.literal("collection"), id: CollectionId }),
  z.object({ kind: z.literal("all") }),
]);

const words = z.string().max(500).nullable();
const missing = z.object({
  id: DocumentId,
  title: words,
  date: LetterDate.nullable(),
  sort: z.enum(["letter", "report"]).nullable(),
  collection: words,
  isInBin: z.boolean(),
});

const sheet = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("start") }),
  z.object({ kind: z.literal("letter"), id: DocumentId, section, paragraph: paragraph.nullable(), row: row.nullable() }),
  z.object({ kind: z.literal("rubric"), id: SlugId }),
  z.object({ kind: z.literal("report"), id: DocumentId }),
  z.object({ kind: z.literal("import"), id: z.string().min(1).max(100) }),
  z.object({ kind: z.literal("bin") }),
  z.object({ kind: z.literal("dossier"), id: DossierId }),
  z.object({ kind: z.literal("missing"), id: DocumentId, missing }),
]);

const list = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("letters"), collection: CollectionId.nullable() }),
  z.object({ kind: z.literal("rubrics") }),
  z.object({ kind: z.literal("reports") }),
  z.object({ kind: z.literal("imports") }),
  z.object({ kind: z.literal("dossiers") }),
  z.object({ kind: z.literal("notes") }),
  z.object({ kind: z.literal("search"), text: z.string().max(1000) }),
]);

export const tabsSchema: z.ZodType<KeptTabs> = z
  .object({ tabs: z.array(z.object({ list, sheet })).min(1).max(1000), shown: z.int().min(0) })
  .refine(({ tabs, shown }) => shown < tabs.length, "the tab shown is none of them");

export const readingRequests = {
  readingStates: z.undefined(),
  keepReadings: z.array(readingSchema).max(mostReadings),
  keptTabs: z.undefined(),
  keepTabs: tabsSchema,
} satisfies Record<keyof ReadingCalls, z.ZodType>;
