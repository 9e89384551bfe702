/**
 * Where things stand in an archive's folder, bundled or a person's library alike. Paths are relative to that folder, with `/`.
 *
 *     catalogue.json                      what there is; written last
 *     passages.texts  index.sealed        made from the documents; may be lost
 *     <collection>/letters/<name>.md
 *     <collection>/reports/<name>.pdf
 *     <collection>/pictures/<file>
 */
import type { DocumentHead } from "../model.ts";

export const catalogueFile = "catalogue.json";
export const passagesFile = "passages.texts";
export const indexFile = "index.sealed";

/** The file that holds a document: its Markdown or its PDF. */
export function documentFile({ id, kind }: Pick<DocumentHead, "id" | "kind">): string {
  const [collection, name] = id.split("/");
  return kind === "letter" ? `${collection}/letters/${name}.md` : `${collection}/reports/${name}.pdf`;
}

/** The file of a picture, from its path inside the collection (`pictures/cover.svg`). */
export function pictureFile(collection: string, picture: string): string {
  return `${collection}/${picture}`;
}
