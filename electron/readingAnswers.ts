/** Keeps how one reads, in two files of the profile's folder, and answers what the window asks of it. */
import { join } from "node:path";
import { z } from "zod";
import { type Answer, fail, type Failure, succeed } from "../archive/model.ts";
import { shownError } from "../archive/store/shownPath.ts";
import { openKeptFile } from "./keptFile.ts";
import { profileFailure } from "./profileFailure.ts";
import type { ReadingCalls, ReadingState } from "./readingContract.ts";
import { mostReadings, readingSchema, stateSchema, tabsSchema } from "./readingRequests.ts";

const documents = z.array(readingSchema).max(mostReadings);
/** As it was kept while only letters were followed. */
const formerFile = z
  .object({ format: z.literal(1), letters: z.array(z.object({ letter: readingSchema.shape.document, state: stateSchema })).max(mostReadings) })
  .transform(({ letters }) => ({ format: 2 as const, documents: letters.map(({ letter, state }) => ({ document: letter, state })) }));
const statesFile = z.union([z.object({ format: z.literal(2), documents }), formerFile]);
const tabsFile = z.object({ format: z.literal(1), open: tabsSchema });

/** The calls, and what was found wrong with the files. What cannot be written holds all the same, until the app ends. */
export function answerReading(profile: string): { calls: ReadingCalls; troubles: Failure[] } {
  const file = openKeptFile<z.infer<typeof statesFile>>(join(profile, "reading.json"), statesFile, { format: 2, documents: [] }, "reading-damaged", 2);
  const tabs = openKeptFile<z.infer<typeof tabsFile> | null>(join(profile, "tabs.json"), tabsFile, null, "tabs-damaged");
  const states = new Map<string, ReadingState>(file.current().documents.flatMap(({ document, state }) => (state ? [[document, state] as const] : [])));
  const calls: ReadingCalls = {
    async readingStates() {
      return succeed(Array.from(states, ([document, state]) => ({ document, state })));
    },
    keepReadings(readings) {
      for (const { document, state } of readings) {
        if (state) states.set(document, state);
        else states.delete(document);
      }
      // The one read longest ago is forgotten first.
      const remembered = Array.from(states, ([document, state]) => ({ document, state })).sort((one, other) => one.state.at - other.state.at);
      return kept(file.keep({ format: 2, documents: remembered.slice(-mostReadings) }));
    },
    async keptTabs() {
      return succeed(tabs.current()?.open ?? null);
    },
    keepTabs: (open) => kept(tabs.keep({ format: 1, open })),
  };
  return { calls, troubles: [...file.troubles, ...tabs.troubles] };
}

function kept(writing: Promise<void>): Promise<Answer<null>> {
  return writing.then(
    () => succeed(null),
    (error: unknown) => {
      const failure = profileFailure(error);
      return failure ? { ok: false, failure } : fail("write-failed", { detail: shownError(error).slice(0, 300) });
    },
  );
}
