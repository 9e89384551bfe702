/** How a text of notes words its title, colours, tags and places. */
import type { NoteColour } from "../archive/noteColours.ts";
import type { NotesSaying } from "../archive/share/notesMarkdown.ts";
import { en } from "../renderer/words/en.ts";
import { fr } from "../renderer/words/fr.ts";
import type { Language } from "./contract.ts";

export function notesSaying(language: Language, colours: Record<NoteColour, string>): NotesSaying {
  const words = (language === "fr" ? fr : en).notes;
  return {
    title: words.list,
    colours,
    tags: (tags) => words.tagsOf.replace("{{tags}}", tags.join(", ")),
    place({ target, source }) {
      const page = /#p(\d+)$/.exec(target.passage)?.[1];
      return page === undefined ? source.heading : words.pageOf.replace("{{label}}", source.heading || page);
    },
  };
}
