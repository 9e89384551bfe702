/** The pictures of letters: whether they are there, and of what type they are. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Failure } from "../model.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { pictureFile } from "./layout.ts";

/** A failure for each picture of a letter that is not there. */
export async function missingPictures(folder: string, { head, pictures }: CatalogueEntry): Promise<Failure[]> {
  const found = await Promise.all(pictures.map((picture) => readPicture(folder, head.id, picture)));
  return pictures
    .filter((_, index) => found[index] === null)
    .map((picture): Failure => ({ code: "picture-missing", subject: head.id, title: head.title, file: pictureFile(head.id, picture) }));
}

/** The bytes of a letter's picture; null when it is not there. */
export function readPicture(folder: string, letter: string, picture: string): Promise<Buffer | null> {
  return readFile(join(folder, pictureFile(letter, picture))).catch(() => null);
}

/** By the file's ending, the formats that letters have; `protocol.ts` serves the same ones. */
const types: Record<string, string> = { svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp" };

/** The media type of a picture, by its name; null for no known one. */
export function typeOfPicture(path: string): string | null {
  return types[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? null;
}
