/** Names of files as a person chose them: without the folders that lead to what was chosen. */
import { dirname, sep } from "node:path";

/**
 * A text without the folders of the chosen paths, wherever they stand in it: of `/home/ada/Lettres`, `/home/ada/Lettres/mai.eml` is
 * `Lettres/mai.eml`. Longer folders first, so that none leaves a part of another.
 */
export function withoutFolders(text: string, chosen: readonly string[]): string {
  const folders = [...new Set(chosen.map((path) => dirname(path)))].sort((a, b) => b.length - a.length);
  return folders.reduce((rest, folder) => spellings(folder).reduce((left, spelling) => left.replaceAll(spelling, ""), rest), text);
}

/** With the slash that follows it, as Windows and as an import write it. The root alone is no folder to hide. */
function spellings(folder: string): string[] {
  const ended = folder.endsWith(sep) ? folder : folder + sep;
  if (ended === sep) return [];
  return sep === "\\" ? [ended, ended.replaceAll(sep, "/")] : [ended];
}
