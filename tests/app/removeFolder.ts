import { rm } from "node:fs/promises";

/** With all that is in it, if it is there: asked again a few times, as a program that was just closed may be writing its last file. */
export const removeFolder = (path: string): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 5 });
