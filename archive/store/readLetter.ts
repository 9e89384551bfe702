/** A letter taken apart, with the sizes of its pictures. What this needs is large: it is loaded with the first letter that is opened. */
import { imageSize } from "image-size";
import { type Answer, fail, type Letter, succeed } from "../model.ts";
import { type PictureSize, setPictureSizes } from "../text/hypertext.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { readDocumentBytes } from "./documents.ts";
import { documentFile } from "./layout.ts";
import { parseLetter } from "./letterFile.ts";
import { readPicture } from "./pictures.ts";

/** A letter as it stands in its file. Fails with `letter-missing` or `letter-damaged`. */
export async function readLetter(folder: string, entry: CatalogueEntry): Promise<Answer<Letter>> {
  const bytes = await readDocumentBytes(folder, entry);
  if (!bytes.ok) return bytes;
  const letter = parseLetter(bytes.value.toString("utf8"), entry.head.id, entry.head.collection);
  if (letter.ok) {
    await measurePictures(folder, letter.value);
    return entry.former ? succeed({ ...letter.value, former: entry.former }) : letter;
  }
  return fail("letter-damaged", { ...letter.failure, title: entry.head.title, file: documentFile(entry.head) });
}

/** Gives the pictures of a letter their sizes; one that is missing or of no known format stays without. Changes the letter. */
async function measurePictures(folder: string, { head, opening, sections, pictures }: Letter): Promise<void> {
  const sizes = new Map<string, PictureSize>();
  for (const picture of new Set(pictures)) {
    const bytes = await readPicture(folder, head.id, picture);
    const size = bytes && sizeOf(bytes);
    if (size) sizes.set(picture, size);
  }
  if (opening) setPictureSizes(opening.content, sizes);
  for (const { content } of sections) setPictureSizes(content, sizes);
}

function sizeOf(bytes: Buffer): PictureSize | null {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return null;
  }
}
