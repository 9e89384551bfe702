/** Files of the profile's folder: read, checked, and set aside under another name when they do not read, so that nothing of them is lost. */
import { readFileSync } from "node:fs";
import type { z } from "zod";
import { setAside } from "./setAside.ts";

interface ProfileFile<Value> {
  /** Null for a file that is missing, or does not read. */
  value: Value | null;
  /** Where a file that does not read is now, and what was wrong with it. */
  damage: { file: string; detail: string } | null;
}

export function readProfileFile<Value>(path: string, schema: z.ZodType<Value>): ProfileFile<Value> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return { value: null, damage: null };
  }
  try {
    return { value: schema.parse(JSON.parse(text)), damage: null };
  } catch (error) {
    return { value: null, damage: { file: setAside(path), detail: String(error).slice(0, 300) } };
  }
}
