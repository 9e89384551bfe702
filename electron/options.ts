/**
 * What the command line asked of the shell: `--archive=FOLDER` reads another bundled archive, `--library=FOLDER` keeps another library,
 * `--screenshot=FILE.png` saves the first screen; `relire:` links are to be followed; whatever else is there and exists is to be imported, as when a file is opened with Relire.
 */
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { looksLikeLink } from "../archive/text/archiveLink.ts";

export interface Options {
  archive: string;
  /** Absolute path of the library to keep, which need not be there; null for the usual one. */
  library: string | null;
  /** Absolute path of the picture to save before quitting. */
  screenshot: string | null;
  /** Absolute paths of files and folders to import. */
  given: string[];
  /** Links to follow. */
  links: string[];
}

/**
 * Reads the arguments of the process, among which a development runtime is told the app's own folder. Throws an Error with a sentence for an archive
 * that is not there.
 */
export function readOptions(args: readonly string[], appFolder: string): Options {
  const archive = valueOf(args, "archive");
  const screenshot = valueOf(args, "screenshot");
  const library = valueOf(args, "library");
  if (archive !== null && !statSync(archive, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--archive: ${resolve(archive)} is not a folder.`);
  }
  return {
    archive: archive === null ? join(__dirname, "../archive") : resolve(archive),
    library: library && resolve(library),
    screenshot: screenshot && resolve(screenshot),
    given: givenIn(args, appFolder),
    links: args.slice(1).filter(looksLikeLink),
  };
}

/** The first argument is the program. */
function givenIn(args: readonly string[], appFolder: string): string[] {
  const paths = args.slice(1).filter((arg) => arg !== "" && !arg.startsWith("-") && !looksLikeLink(arg)).map((arg) => resolve(arg));
  return paths.filter((path) => path !== appFolder && statSync(path, { throwIfNoEntry: false }) !== undefined);
}

function valueOf(args: readonly string[], name: string): string | null {
  const given = args.find((arg) => arg.startsWith(`--${name}=`));
  return given === undefined ? null : given.slice(name.length + 3);
}
