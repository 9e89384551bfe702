/** Keeps how one reads, in two files of the profile's folder, and answers what the window asks of it. */
import { join } from "node:path";
import { z } from "zod";
import { type Answer, fail, type Failure, succeed } from "../archive/model.ts";
import { openKeptFile } from "./keptFile.ts";
import { profileFailure } from "./profileFailure.ts";
import type { LetterReading, ReadingCalls } from "./readingContract.ts";
import { readingSchema, tabsSchema } from "./readingRequests.ts";

/** Letters remembered; the one read longest ago is forgotten first. */
const mostLetters = 20_000;

const statesFile = z.object({ format: z.literal(1), letters: z.array(readingSchema).max(mostLetters) });
const tabsFile = z.object({ format: z.literal(1), open: tabsSchema });

/** The calls, and what was found wrong with the files. */
export function answerReading(profile: string): { calls: ReadingCalls; troubles: Failure[] } {
  const states = openKeptFile<z.infer<typeof statesFile>>(join(profile, "reading.json"), statesFile, { format: 1, letters: [] }, "reading-damaged");
  const tabs = openKeptFile<z.infer<typeof tabsFile> | null>(join(profile, "tabs.json"), tabsFile, null, "tabs-damaged");
  /** The one read longest ago first. */
  const letters = new Map<string, LetterReading>(states.current().letters.map((reading) => [reading.letter, reading]));
  const calls: ReadingCalls = {
    async readingStates() {
      return succeed([...letters.values()]);
    },
    keepReading(reading) {
      letters.delete(reading.letter);
      if (reading.state !== null) letters.set(reading.letter, reading);
      return kept(states.keep({ format: 1, letters: [...letters.values()].slice(-mostLetters) }));
    },
    async keptTabs() {
      return succeed(tabs.current()?.open ?? null);
    },
    keepTabs: (open) => kept(tabs.keep({ format: 1, open })),
  };
  return { calls, troubles: [...states.troubles, ...tabs.troubles] };
}

function kept(writing: Promise<void>): Promise<Answer<null>> {
  return writing.then(
    () => succeed(null),
    (error: unknown) => {
      const failure = profileFailure(error);
      return failure ? { ok: false, failure } : fail("write-failed", { detail: String(error).slice(0, 300) });
    },
  );
}
