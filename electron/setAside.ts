/** A file of the profile that does not read is kept under another name, for whoever wants to look at it. */
import { renameSync } from "node:fs";

/** Gives where it is now: in a folder that cannot be written to, where it was. */
export function setAside(path: string): string {
  const kept = `${path}.damaged`;
  try {
    renameSync(path, kept);
    return kept;
  } catch {
    return path;
  }
}
