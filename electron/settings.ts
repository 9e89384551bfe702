/**
 * The person's choices, in one file of the profile's folder. A file that does not read is set aside under another name, and said; one of a
 * later Relire is left as it is, and what a person changes then holds until the app is closed. What is not known of a file is kept in it.
 */
import { join } from "node:path";
import { z } from "zod";
import { writeFile } from "../archive/store/writeFile.ts";
import type { Failure } from "../archive/model.ts";
import { defaultComfort, type Settings } from "./contract.ts";
import { defaultNotesSettings } from "./notesContract.ts";
import { readProfileFile } from "./readProfileFile.ts";
import { settingsSchema } from "./requests.ts";

const defaults: Settings = {
  theme: "system",
  language: "system",
  hiddenCollections: [],
  searchOrder: "relevance",
  recentSearches: [],
  currentDossier: null,
  shelfGrouping: "year",
  listWidth: 376,
  pageColours: "paper",
  readBeside: true,
  besideShare: 50,
  shortcuts: {},
  singleKeys: true,
  offersUpdates: false,
  tourSeen: false,
  ...defaultComfort,
  ...defaultNotesSettings,
};

/** What a file does not say is as usual; `others` is what it says beside. The first files carried no format. */
const fileSchema = z.looseObject({ format: z.literal(1).default(1), ...settingsSchema.partial().shape }).transform((said) => ({
  settings: settingsSchema.parse({ ...defaults, ...said }),
  others: Object.fromEntries(Object.entries(said).filter(([name]) => name !== "format" && !Object.hasOwn(defaults, name))),
}));

export interface SettingsKeeper {
  current(): Settings;
  /** Applies a change at once and writes it; rejects with the system's error when it cannot be written, or `NewerProfileFile`. */
  change(change: Partial<Settings>): Promise<Settings>;
  troubles: Failure[];
}

/** Reads the settings of a profile's folder; a missing file means the defaults. */
export function openSettings(folder: string): SettingsKeeper {
  const path = join(folder, "settings.json");
  const { value, troubles, insistOurs } = readProfileFile(path, fileSchema, "settings-damaged");
  let current = value?.settings ?? defaults;
  let writing = Promise.resolve();
  return {
    current: () => current,
    async change(change) {
      current = { ...current, ...change };
      insistOurs();
      const text = `${JSON.stringify({ format: 1, ...current, ...value?.others }, null, 2)}\n`;
      const write = writing.then(() => writeFile(path, text));
      writing = write.catch(() => undefined);
      await write;
      return current;
    },
    troubles,
  };
}
