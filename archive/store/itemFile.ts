/** One file of what a person writes: its name, what it says, and what becomes of one that does not read. */
import { rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Answer, fail, ItemId, succeed } from "../model.ts";
import { removeFile } from "./writeFile.ts";

export interface Item {
  id: string;
  /** How often it was written, from 1; 0 is that of something not kept yet. */
  revision: number;
}

/** The item of a file; null for any other file. */
export function idOf(name: string): string | null {
  const id = name.endsWith(".json") ? ItemId.safeParse(name.slice(0, -".json".length)) : null;
  return id?.success ? id.data : null;
}

/** Each writing makes a file anew, so that its number is another, or else its time. Null when there is none. */
export async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
}

const Versioned = z.looseObject({ format: z.int().min(1) });

/** What a file says. Fails with `item-newer` or `item-damaged`. */
export function parseItem<Kind extends Item>(text: string, id: string, schema: z.ZodType<Kind>, format: number): Answer<Kind> {
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

/** Removes a temporary file that nobody is writing any more. */
export async function removeLeft(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found && Date.now() - found.mtimeMs > leftAfter) await removeFile(path).catch(() => undefined);
}

/** Puts a damaged file out of the way; gives the file under which it is kept from now on. */
export async function setAside(library: string, file: string): Promise<string> {
  const aside = `${file}.${Date.now().toString(36)}.damaged`;
  return rename(join(library, file), join(library, aside)).then(() => aside, () => file);
}
