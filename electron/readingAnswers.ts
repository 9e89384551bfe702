/** Keeps how one reads, in two files of the profile's folder, and answers what the window asks of it. */
import { join } from "node:path";
import { z } from "zod";
import { succeed } from "../archive/model.ts";
import { openKeptFile } from "./keptFile.ts";
import type { ReadingCalls, ReadingState } from "./readingContract.ts";
import { mostReadings, readingSchema, stateSchema, tabsSchema } from "./readingRequests.ts";

const documents = z.array(readingSchema).max(mostReadings);
/** As it was kept while only letters were followed. */
const formerFile = z
  .object({ format: z.literal(1), letters: z.array(z.object({ letter: readingSchema.shape.document, state: stateSchema })).max(mostReadings) })
  .transform(({ letters }) => ({ format: 2 as const, documents: letters.map(({ letter, state }) => ({ document: letter, state })) }));
const statesFile = z.union([z.object({ format: z.literal(2), documents }), formerFile]);
const tabsFile = z.object({ format: z.literal(1), open: tabsSchema });

/** What cannot be written holds all the same, and rejects with the system's error. */
export function answerReading(profile: string): ReadingCalls {
  const file = openKeptFile<z.infer<typeof statesFile>>(join(profile, "reading.json"), statesFile, { format: 2, documents: [] });
  const tabs = openKeptFile<z.infer<typeof tabsFile> | null>(join(profile, "tabs.json"), tabsFile, null);
  const states = new Map<string, ReadingState>(file.current().documents.flatMap(({ document, state }) => (state ? [[document, state] as const] : [])));
  return {
    async readingStates() {
      return succeed(Array.from(states, ([document, state]) => ({ document, state })));
    },
    async keepReadings(readings) {
      for (const { document, state } of readings) {
        if (state) states.set(document, state);
        else states.delete(document);
      }
      // The one read longest ago is forgotten first.
      const kept = Array.from(states, ([document, state]) => ({ document, state })).sort((one, other) => one.state.at - other.state.at);
      await file.keep({ format: 2, documents: kept.slice(-mostReadings) });
      return succeed(null);
    },
    async keptTabs() {
      return succeed(tabs.current()?.open ?? null);
    },
    async keepTabs(open) {
      await tabs.keep({ format: 1, open });
      return succeed(null);
    },
  };
}
