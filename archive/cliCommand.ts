/** What was typed in the terminal, understood: a command with what it needs, or a sentence on what is wrong with it. */
import { parseArgs } from "node:util";
import { type PackWords, packWords } from "./cliPackWords.ts";
import type { CliWords } from "./cliWords.ts";
import { CollectionId, LetterDate } from "./model.ts";
import { PublisherName } from "./share/packKey.ts";

/** Exit code 2. */
export class WrongUsage extends Error {}

const commandNames = ["list", "show", "search", "import", "remove", "restore", "verify", "reindex", "pack", "inspect", "key"] as const;
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
  /** Ids of collections and documents to pack. */
  collections: string[];
  documents: string[];
  /** Paths of packs, as given. */
  since: string[];
  /** Path of a key file, as given. */
  key: string | null;
  originals: boolean;
  /** Notes go into the pack. */
  notes: boolean;
  /** Fingerprints. */
  acceptedKeys: string[];
  publisher: string | undefined;
}

/** The options of a command besides --library, --no-bundled and --json, which all take. */
const own: Partial<Record<CommandName, readonly string[]>> = {
  search: ["limit"],
  import: ["collection", "date", "accept-key"],
  pack: ["collection", "document", "since", "key", "without-originals", "with-notes"],
  key: ["publisher"],
};

/** Throws WrongUsage. */
export function readCommand(args: readonly string[], say: CliWords): Command {
  const { values, positionals } = parse(args, say);
  const [given, ...words] = positionals;
  const name = commandNames.find((each) => each === given);
  if (!name) throw new WrongUsage(say.usage);
  const packs = packWords[say.language];
  const isStranger = (option: string): boolean => !["json", "library", "no-bundled", "limit", ...(own[name] ?? [])].includes(option);
  if (Object.keys(values).some(isStranger)) throw new WrongUsage(own[name] && name !== "import" && name !== "search" ? packs.usage : say.usage);
  checkWords(name, words, say);
  checkPackWords(name, words, packs);
  const { json = false, limit = "20", library = null, "no-bundled": noBundled = false, date, collection: collections = [], document: documents = [], since = [], key = null, publisher } = values;
  const [collection] = collections;
  if (library === "") throw new WrongUsage(say.noFolder(library));
  if (name === "import" && collections.length > 1) throw new WrongUsage(say.usage);
  const misnamed = collections.find((id) => !CollectionId.safeParse(id).success);
  if (misnamed !== undefined) throw new WrongUsage(say.badCollection(misnamed));
  if (date !== undefined && !LetterDate.safeParse(date).success) throw new WrongUsage(say.badDate(date));
  if (publisher !== undefined && !PublisherName.safeParse(publisher).success) throw new WrongUsage(packs.badPublisher);
  const packing = { collections, documents, since, key, originals: !values["without-originals"], notes: values["with-notes"] ?? false, acceptedKeys: values["accept-key"] ?? [], publisher };
  return { name, words, json, limit: readLimit(limit, say), library, bundled: !noBundled, collection, date, ...packing };
}

function checkPackWords(name: CommandName, words: readonly string[], packs: PackWords): void {
  if (name === "pack" && words.length !== 1) throw new WrongUsage(words.length === 0 ? packs.noOutput : packs.usage);
  if (name === "inspect" && words.length !== 1) throw new WrongUsage(words.length === 0 ? packs.noPack : packs.usage);
  if (name === "key" && (words.length !== 2 || (words[0] !== "new" && words[0] !== "show"))) throw new WrongUsage(packs.usage);
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
        collection: { type: "string", multiple: true },
        date: { type: "string" },
        document: { type: "string", multiple: true },
        since: { type: "string", multiple: true },
        key: { type: "string" },
        "without-originals": { type: "boolean" },
        "with-notes": { type: "boolean" },
        "accept-key": { type: "string", multiple: true },
        publisher: { type: "string" },
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
