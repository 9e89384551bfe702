/**
 * Where things stand in an archive's folder, bundled or a person's library alike. Paths are relative to that folder, with `/`; `<id>` is a
 * document's id with its slash.
 *
 *     catalogue.json                      what there is; written last
 *     passages.texts  index.sealed        made from the documents; may be lost
 *     letters/<id>/letter.md
 *     letters/<id>/pictures/<name>
 *     reports/<id>/report.pdf
 */
import type { DocumentHead } from "../model.ts";

export const catalogueFile = "catalogue.json";
export const passagesFile = "passages.texts";
export const indexFile = "index.sealed";

type Named = Pick<DocumentHead, "id" | "kind">;

/** The folder that holds all of a document. */
export function documentFolder({ id, kind }: Named): string {
  return `${kind}s/${id}`;
}

/** The file that a document is read from: its Markdown or its PDF. */
export function documentFile(document: Named): string {
  return `${documentFolder(document)}/${document.kind === "letter" ? "letter.md" : "report.pdf"}`;
}

/** The file of a letter's picture, from its path in the letter (`pictures/cover.svg`). */
export function pictureFile(letter: string, picture: string): string {
  return `letters/${letter}/${picture}`;
}
