/** What was typed in the terminal, understood: a command with what it needs, or a sentence on what is wrong with it. */
import { parseArgs } from "node:util";
import type { CliWords } from "./cliWords.ts";
import { CollectionId, LetterDate } from "./model.ts";

/** Exit code 2. */
export class WrongUsage extends Error {}

const commandNames = ["list", "show", "search", "import", "remove", "restore", "verify", "reindex"] as const;
export type CommandName = (typeof commandNames)[number];

export interface Command {
  name: CommandName;
  /** Words of a search, an id, or paths. */
  words: string[];
  json: boolean;
  limit: number;
  /** As given; null for the usual one. */
  library: string | null;
  bundled: boolean;
  collection: string | undefined;
  date: string | undefined;
}

/** Throws WrongUsage. */
export function readCommand(args: readonly string[], say: CliWords): Command {
  const { values, positionals } = parse(args, say);
  const [given, ...words] = positionals;
  const name = commandNames.find((each) => each === given);
  if (!name) throw new WrongUsage(say.usage);
  checkWords(name, words, say);
  const { json = false, limit = "20", library = null, "no-bundled": noBundled = false, collection, date } = values;
  if (library === "") throw new WrongUsage(say.noFolder(library));
  if (name !== "import" && (collection !== undefined || date !== undefined)) throw new WrongUsage(say.usage);
  if (collection !== undefined && !CollectionId.safeParse(collection).success) throw new WrongUsage(say.badCollection(collection));
  if (date !== undefined && !LetterDate.safeParse(date).success) throw new WrongUsage(say.badDate(date));
  return { name, words, json, limit: readLimit(limit, say), library, bundled: !noBundled, collection, date };
}

function checkWords(name: CommandName, words: readonly string[], say: CliWords): void {
  if ((name === "list" || name === "verify" || name === "reindex") && words.length > 0) throw new WrongUsage(say.usage);
  if (name === "search" && words.join(" ").trim() === "") throw new WrongUsage(say.noQuery);
  if (name === "show" && words.length !== 1) throw new WrongUsage(say.noId);
  if ((name === "remove" || name === "restore") && words.length !== 1) throw new WrongUsage(say.noDocument(name));
  if (name === "import" && words.length === 0) throw new WrongUsage(say.noPath);
}

function parse(args: readonly string[], say: CliWords) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        limit: { type: "string" },
        library: { type: "string" },
        "no-bundled": { type: "boolean" },
        collection: { type: "string" },
        date: { type: "string" },
      },
    });
  } catch (error) {
    // Node's first sentence; what follows is advice on several lines.
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    throw new WrongUsage(say.unknownOption(`${reason}.`), { cause: error });
  }
}

function readLimit(given: string, say: CliWords): number {
  const limit = Number(given);
  if (!/^\d+$/.test(given) || limit < 1 || limit > 1000) throw new WrongUsage(say.badLimit(given));
  return limit;
}
