/**
 * Paths as they are told: a home folder is `~`, because its name is a person's, and what is told ends up in pictures of the screen and in messages to
 * whoever helps.
 */
import { homedir } from "node:os";
import { sep } from "node:path";

/** `home` is the person's own folder. */
export function shownPath(path: string, home = homedir()): string {
  return home.length > 1 && path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
}

/** What an error says, with the paths that the system names in it shown so. */
export function shownError(error: unknown, home = homedir()): string {
  const paths = error instanceof Error ? ["path", "dest"].map((name): unknown => Reflect.get(error, name)) : [];
  return paths.reduce<string>((said, path) => (typeof path === "string" ? said.replaceAll(path, shownPath(path, home)) : said), String(error));
}
