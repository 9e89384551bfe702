/** Keeps how one reads, in two files of the profile's folder, and answers what the window asks of it. */
import { join } from "node:path";
import { z } from "zod";
import { type Answer, fail, succeed } from "../archive/model.ts";
import { openKeptFile } from "./keptFile.ts";
import type { LetterReading, ReadingCalls } from "./readingContract.ts";
import { readingSchema, tabsSchema } from "./readingRequests.ts";

/** Letters remembered; the one read longest ago is forgotten first. */
const mostLetters = 20_000;

const statesFile = z.object({ format: z.literal(1), letters: z.array(readingSchema).max(mostLetters) });
const tabsFile = z.object({ format: z.literal(1), open: tabsSchema });

export function answerReading(profile: string): ReadingCalls {
  const states = openKeptFile<z.infer<typeof statesFile>>(join(profile, "reading.json"), statesFile, { format: 1, letters: [] });
  const tabs = openKeptFile<z.infer<typeof tabsFile> | null>(join(profile, "tabs.json"), tabsFile, null);
  /** The one read longest ago first. */
  const letters = new Map<string, LetterReading>(states.current().letters.map((reading) => [reading.letter, reading]));
  return {
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
}

function kept(writing: Promise<void>): Promise<Answer<null>> {
  return writing.then(
    () => succeed(null),
    (error: unknown) => fail("write-failed", { detail: String(error).slice(0, 300) }),
  );
}
