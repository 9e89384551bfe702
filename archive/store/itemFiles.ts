/**
 * What a person writes in a library (notes, dossiers), one JSON file for each, so that a damaged one never takes the others with it. A file that does not
 * read is set aside, kept, and named; one of a newer Relire is left as it is. Each change says which state it was made from: what was changed meanwhile, in
 * another window or by hand, is never written over. Processes write one after the other (`lock.ts`), and see what the others wrote.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { type Answer, fail, type Failure, succeed } from "../model.ts";
import { idOf, type Item, parseItem, removeLeft, setAside, stampOf } from "./itemFile.ts";
import { oneAtATime } from "./oneAtATime.ts";
import { answerOf } from "./systemFailure.ts";
import { watchFolderToCome } from "./watchFolder.ts";
import { removeFile, temporaryName, writeFile } from "./writeFile.ts";

export type { Item } from "./itemFile.ts";

export interface ItemFiles<Kind extends Item> {
  /** In the order of their ids. */
  all(): Kind[];
  get(id: string): Kind | undefined;
  /**
   * Keeps an item, made from the state that its `revision` tells; gives it with its new one, which is `least` at least: what comes from elsewhere keeps its own. Fails
   * with `item-changed` when another state is there by now (which `get` then gives), with `library-locked` when another process does not stop writing, or with why it
   * cannot be written.
   */
  keep(item: Kind, least?: number): Promise<Answer<Kind>>;
  /** Makes another state of the one that is there now, while nobody else writes. Fails with `unknown-item`, with `item-changed` when `work` gives none, or as `keep` does. */
  change(id: string, work: (item: Kind) => Kind | null): Promise<Answer<Kind>>;
  /** Removes an item that is still in the state of that revision. Fails as `keep` does, or with `unknown-item`. */
  remove(id: string, revision: number): Promise<Answer<null>>;
  /** Takes in what other processes, or a person by hand, wrote and removed; gives the ids of what is another than before. */
  refresh(): Promise<string[]>;
  /** Does so by itself from now on, where the system tells of changes; calls back after each that brought something. Gives the way to stop. */
  watch(onChange: (ids: string[]) => void): () => void;
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
  /** What tells one writing of a file from another, as it was when it was read last. */
  const stamps = new Map<string, string>();
  /** The last change under way of each item: each waits for the one before. */
  const underWay = new Map<string, Promise<unknown>>();
  let looking: Promise<string[]> = Promise.resolve([]);
  let watching: { onChange(ids: string[]): void; stop: (() => void) | null } | null = null;
  const fileOf = (id: string): string => `${folder}/${id}.json`;
  const pathOf = (id: string): string => join(library, fileOf(id));

  /** Takes in what the file says now. A damaged one is set aside; gives whether the file may be written. */
  async function look(id: string): Promise<boolean> {
    const stamp = await stampOf(pathOf(id));
    const text = await readFile(pathOf(id), "utf8").catch(() => null);
    if (text === null) return true;
    const found = parseItem(text, id, schema, format);
    if (found.ok) {
      kept.set(id, found.value);
      stamps.set(id, stamp ?? "");
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

  const alone = oneAtATime(join(library, folder));

  async function isStill(id: string, revision: number): Promise<boolean> {
    return (await look(id)) && (kept.get(id)?.revision ?? 0) === revision;
  }

  async function write(item: Kind, least = 1): Promise<Answer<Kind>> {
    const next = schema.parse({ ...item, revision: Math.max(item.revision + 1, least) });
    await writeFile(pathOf(item.id), `${JSON.stringify({ format, ...next }, null, 2)}\n`);
    kept.set(item.id, next);
    stamps.set(item.id, (await stampOf(pathOf(item.id))) ?? "");
    follow();
    return succeed(next);
  }

  /** What another process did to one item; gives whether it did anything. */
  async function lookAgain(id: string): Promise<boolean> {
    const before = kept.get(id);
    const stamp = await stampOf(pathOf(id));
    if (stamp === (stamps.get(id) ?? null)) return false;
    if (stamp === null) {
      stamps.delete(id);
      return kept.delete(id);
    }
    await look(id);
    return kept.get(id)?.revision !== before?.revision || JSON.stringify(kept.get(id)) !== JSON.stringify(before);
  }

  /** Null for all there are. A folder that is gone, as with the key that holds it, takes nothing away: what was in it is still known. */
  async function lookAt(names: ReadonlySet<string> | null): Promise<string[]> {
    const listed = await readdir(join(library, folder)).catch(() => null);
    if (listed === null) return [];
    const there = names ?? listed;
    const ids = new Set([...(names ? [] : kept.keys()), ...Array.from(there).flatMap((name) => idOf(name) ?? [])]);
    const changes: string[] = [];
    for (const id of ids) {
      const done = await inTurn(id, async () => succeed(await lookAgain(id)));
      if (done.ok && done.value) changes.push(id);
    }
    if (watching && changes.length > 0) watching.onChange(changes);
    return changes;
  }

  function refresh(names: ReadonlySet<string> | null): Promise<string[]> {
    follow();
    // What is written while one looks may have been passed by.
    looking = looking.then(() => lookAt(names));
    return looking;
  }

  /** As soon as there is a library. */
  function follow(): void {
    if (watching) watching.stop ??= watchFolderToCome(library, folder, (name) => idOf(name) !== null, (written) => void refresh(written));
  }

  const names = await readdir(join(library, folder)).catch(() => []);
  for (const name of names) {
    const id = idOf(name);
    if (id !== null) await look(id);
    else if (temporaryName.test(name)) await removeLeft(join(library, folder, name));
  }

  return {
    all: () => [...kept.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    get: (id) => kept.get(id),
    keep: (item, least = 1) =>
      inTurn(item.id, () =>
        alone(item.id, async () => ((await isStill(item.id, item.revision)) ? write(item, least) : fail("item-changed", { subject: item.id }))),
      ),
    change: (id, work) =>
      inTurn(id, () =>
        alone(id, async () => {
          if ((await stampOf(pathOf(id))) === null) kept.delete(id);
          const mayBeWritten = await look(id);
          const item = kept.get(id);
          if (!item) return fail("unknown-item", { subject: id });
          const next = mayBeWritten ? work(item) : null;
          return next ? write({ ...next, id, revision: item.revision }) : fail("item-changed", { subject: id });
        }),
      ),
    remove: (id, revision) =>
      inTurn(id, () =>
        alone(id, async () => {
          if (!kept.has(id)) return fail("unknown-item", { subject: id });
          if (!(await isStill(id, revision))) return fail("item-changed", { subject: id });
          await removeFile(pathOf(id));
          kept.delete(id);
          stamps.delete(id);
          return succeed(null);
        }),
      ),
    refresh: () => refresh(null),
    watch(onChange) {
      watching = { onChange, stop: null };
      follow();
      return () => {
        watching?.stop?.();
        watching = null;
      };
    },
  };
}
