import { homedir } from "node:os";
import { join } from "node:path";

/** Where set-up keeps what outlives a clone. It may be deleted at any time: everything in it is made again. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "relire");
}
