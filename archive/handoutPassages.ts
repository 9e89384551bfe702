/** What the archive has of the passages that a dossier quotes, with their pictures within bounds: nothing is fetched, and nothing fails for what is not here. */
import type { Dossier } from "./dossier.ts";
import type { Holdings } from "./holdings.ts";
import { sectionAt } from "./letterSection.ts";
import type { Answer, Letter } from "./model.ts";
import type { ExportedPicture } from "./share/exported.ts";
import type { FoundPassage } from "./share/handout.ts";
import { picturesOf } from "./text/hypertext.ts";

export interface HandoutSources {
  letter(id: string): Promise<Answer<Letter>>;
  picture(letter: string, path: string): Promise<ExportedPicture | null>;
}

/** Bytes of all pictures of a hand-out; of those beyond, the descriptions are given. */
const mostPictureBytes = 40_000_000;

/** By item. */
export async function handoutPassages({ items }: Dossier, holdings: Holdings, sources: HandoutSources): Promise<Map<string, FoundPassage>> {
  const found = new Map<string, FoundPassage>();
  const known = new Map<string, ExportedPicture>();
  let bytes = 0;
  async function pictureOf(letter: string, path: string): Promise<ExportedPicture | null> {
    const key = `${letter} ${path}`;
    const picture = known.get(key) ?? (await sources.picture(letter, path));
    if (!picture || known.has(key)) return picture;
    if (bytes + picture.bytes.length > mostPictureBytes) return null;
    bytes += picture.bytes.length;
    known.set(key, picture);
    return picture;
  }
  for (const item of items) {
    if (item.kind === "text") continue;
    const [document = "", place = ""] = item.origin.passage.split("#");
    const held = holdings.held(document);
    if (!held || held.failure) continue;
    const { head } = held.entry;
    if (head.kind === "report") {
      if (Number(place.slice(1)) <= head.pageLabels.length) found.set(item.id, "page");
      continue;
    }
    const letter = await sources.letter(document);
    const section = letter.ok ? sectionAt(letter.value, place) : undefined;
    if (!section) continue;
    const pictures = new Map<string, ExportedPicture>();
    for (const path of new Set(picturesOf(section.content))) {
      const picture = await pictureOf(document, path);
      if (picture) pictures.set(path, picture);
    }
    const collection = holdings.collection(head.collection);
    const about = { collection: collection?.title ?? head.collection, language: collection?.language ?? "fr", date: "", opening: null, isWhole: false };
    found.set(item.id, { content: section.content, letter: { head, ...about, sections: [section], pictures } });
  }
  return found;
}
