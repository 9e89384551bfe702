/**
 * What a person writes in a library (notes, dossiers), one JSON file for each, so that a damaged one never takes the others with it. A file that does not
 * read is set aside, kept, and named; one of a newer Relire is left as it is. Each change says which state it was made from: what was changed meanwhile, in
 * another window or by hand, is never written over.
 */
import { readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Answer, fail, type Failure, ItemId, succeed } from "../model.ts";
import { answerOf } from "./systemFailure.ts";
import { removeFile, temporaryName, writeFile } from "./writeFile.ts";

export interface Item {
  id: string;
  /** How often it was written, from 1; 0 is that of something not kept yet. */
  revision: number;
}

export interface ItemFiles<Kind extends Item> {
  /** In the order of their ids. */
  all(): Kind[];
  get(id: string): Kind | undefined;
  /**
   * Keeps an item, made from the state that its `revision` tells; gives it with its new one, which is `least` at least: what comes from elsewhere keeps its own. Fails with `item-changed` when another state is there by
   * now (which `get` then gives), or with why it cannot be written.
   */
  keep(item: Kind, least?: number): Promise<Answer<Kind>>;
  /** Removes an item that is still in the state of that revision. Fails as `keep` does, or with `unknown-item`. */
  remove(id: string, revision: number): Promise<Answer<null>>;
}

interface ItemFolder<Kind extends Item> {
  /** Absolute path of the library. */
  library: string;
  /** The folder in it, with `/`; need not be there. */
  folder: string;
  schema: z.ZodType<Kind>;
  /** Number of today's format, which each file carries. */
  format: number;
}

/** Reads a folder's items. What is found wrong, now or later, is added to `troubles`; nothing in the folder makes it fail. */
export async function openItemFiles<Kind extends Item>({ library, folder, schema, format }: ItemFolder<Kind>, troubles: Failure[]): Promise<ItemFiles<Kind>> {
  const kept = new Map<string, Kind>();
  /** The last change under way of each item: each waits for the one before. */
  const underWay = new Map<string, Promise<unknown>>();
  const fileOf = (id: string): string => `${folder}/${id}.json`;
  const pathOf = (id: string): string => join(library, fileOf(id));

  /** Takes in what the file says now. A damaged one is set aside; gives whether the file may be written. */
  async function look(id: string): Promise<boolean> {
    const text = await readFile(pathOf(id), "utf8").catch(() => null);
    if (text === null) return true;
    const found = parse(text, id, schema, format);
    if (found.ok) {
      kept.set(id, found.value);
      return true;
    }
    const isNewer = found.failure.code === "item-newer";
    troubles.push({ ...found.failure, file: isNewer ? fileOf(id) : await setAside(library, fileOf(id)) });
    return !isNewer;
  }

  function inTurn<Value>(id: string, work: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
    const done = (underWay.get(id) ?? Promise.resolve()).then(() => answerOf(work, { subject: id }));
    const ended: Promise<unknown> = done.catch(() => undefined).finally(() => underWay.get(id) === ended && underWay.delete(id));
    underWay.set(id, ended);
    return done;
  }

  async function isStill(id: string, revision: number): Promise<boolean> {
    return (await look(id)) && (kept.get(id)?.revision ?? 0) === revision;
  }

  const names = await readdir(join(library, folder)).catch(() => []);
  for (const name of names) {
    const id = name.endsWith(".json") ? ItemId.safeParse(name.slice(0, -".json".length)) : null;
    if (id?.success) await look(id.data);
    else if (temporaryName.test(name)) await removeLeft(join(library, folder, name));
  }

  return {
    all: () => [...kept.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    get: (id) => kept.get(id),
    keep: (item, least = 1) =>
      inTurn(item.id, async () => {
        if (!(await isStill(item.id, item.revision))) return fail("item-changed", { subject: item.id });
        const next = schema.parse({ ...item, revision: Math.max(item.revision + 1, least) });
        await writeFile(pathOf(item.id), `${JSON.stringify({ format, ...next }, null, 2)}\n`);
        kept.set(item.id, next);
        return succeed(next);
      }),
    remove: (id, revision) =>
      inTurn(id, async () => {
        if (!kept.has(id)) return fail("unknown-item", { subject: id });
        if (!(await isStill(id, revision))) return fail("item-changed", { subject: id });
        await removeFile(pathOf(id));
        kept.delete(id);
        return succeed(null);
      }),
  };
}

const Versioned = z.looseObject({ format: z.int().min(1) });

/** Fails with `item-newer` or `item-damaged`. */
function parse<Kind extends Item>(text: string, id: string, schema: z.ZodType<Kind>, format: number): Answer<Kind> {
  try {
    const { format: written, ...item } = Versioned.parse(JSON.parse(text));
    if (written > format) return fail("item-newer", { detail: `format ${written}, known up to ${format}` });
    const read = schema.parse(item);
    return read.id === id ? succeed(read) : fail("item-damaged", { detail: `says that it is ${read.id}` });
  } catch (error) {
    return fail("item-damaged", { detail: String(error).slice(0, 300) });
  }
}

/** A temporary file of this age belongs to a writing that was cut off: the file that it was to replace stands. Milliseconds. */
const leftAfter = 60_000;

async function removeLeft(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found && Date.now() - found.mtimeMs > leftAfter) await removeFile(path).catch(() => undefined);
}

/** Gives the file under which it is kept from now on. */
async function setAside(library: string, file: string): Promise<string> {
  const aside = `${file}.${Date.now().toString(36)}.damaged`;
  return rename(join(library, file), join(library, aside)).then(() => aside, () => file);
}
