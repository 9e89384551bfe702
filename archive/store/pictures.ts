/** The pictures of letters: whether they are there, and how large they are. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { imageSize } from "image-size";
import type { Failure, Letter } from "../model.ts";
import { type PictureSize, setPictureSizes } from "../text/hypertext.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { pictureFile } from "./layout.ts";

/** A failure for each picture of a letter that is not there. */
export async function missingPictures(folder: string, { head, pictures }: CatalogueEntry): Promise<Failure[]> {
  const found = await Promise.all(pictures.map((picture) => readPicture(folder, head.id, picture)));
  return pictures
    .filter((_, index) => found[index] === null)
    .map((picture): Failure => ({ code: "picture-missing", subject: head.id, title: head.title, file: pictureFile(head.id, picture) }));
}

/** Gives the pictures of a letter their sizes; one that is missing or of no known format stays without. Changes the letter. */
export async function measurePictures(folder: string, { head, opening, sections, pictures }: Letter): Promise<void> {
  const sizes = new Map<string, PictureSize>();
  for (const picture of new Set(pictures)) {
    const bytes = await readPicture(folder, head.id, picture);
    const size = bytes && sizeOf(bytes);
    if (size) sizes.set(picture, size);
  }
  if (opening) setPictureSizes(opening.content, sizes);
  for (const { content } of sections) setPictureSizes(content, sizes);
}

/** The bytes of a letter's picture; null when it is not there. */
export function readPicture(folder: string, letter: string, picture: string): Promise<Buffer | null> {
  return readFile(join(folder, pictureFile(letter, picture))).catch(() => null);
}

function sizeOf(bytes: Buffer): PictureSize | null {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return null;
  }
}

/** By the file's ending, the formats that letters have; `protocol.ts` serves the same ones. */
const types: Record<string, string> = { svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp" };

/** The media type of a picture, by its name; null for no known one. */
export function typeOfPicture(path: string): string | null {
  return types[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? null;
}
