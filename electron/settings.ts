/** The person's choices, in one file of the profile's folder. A file that does not read is set aside under another name, and said. */
import { join } from "node:path";
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

/** What a file does not say is as usual. */
const fileSchema = settingsSchema.partial().transform((known) => settingsSchema.parse({ ...defaults, ...known }));

export interface SettingsKeeper {
  current(): Settings;
  /** Applies a change at once and writes it; rejects with the system's error when it cannot be written. */
  change(change: Partial<Settings>): Promise<Settings>;
  troubles: Failure[];
}

/** Reads the settings of a profile's folder; a missing file means the defaults. */
export function openSettings(folder: string): SettingsKeeper {
  const path = join(folder, "settings.json");
  const { settings, troubles } = readSettings(path);
  let current = settings;
  let writing = Promise.resolve();
  return {
    current: () => current,
    async change(change) {
      current = { ...current, ...change };
      const text = `${JSON.stringify(current, null, 2)}\n`;
      const write = writing.then(() => writeFile(path, text));
      writing = write.catch(() => undefined);
      await write;
      return current;
    },
    troubles,
  };
}

function readSettings(path: string): { settings: Settings; troubles: Failure[] } {
  const { value, damage } = readProfileFile(path, fileSchema);
  return { settings: value ?? defaults, troubles: damage ? [{ code: "settings-damaged", ...damage }] : [] };
}
