/** Where a note's words are, or were, in titles as they are shown. */
import type { TFunction } from "i18next";
import { openingId } from "../../archive/letterSection.ts";
import type { Note, NotePlace } from "../../archive/note.ts";
import type { Library } from "../library.ts";

export function sourceOf({ target, source }: Note, place: NotePlace | null, library: Library, t: TFunction, shown: (title: string, document: string) => string): string {
  const head = library.document(target.document);
  const document = shown(head?.title ?? source.title, target.document);
  const part = (place?.passage ?? target.passage).split("#")[1] ?? "";
  const page = /^p(\d+)$/.exec(part)?.[1];
  if (head?.kind === "report" || (!head && page)) {
    const label = head?.kind === "report" && page ? head.pageLabels[Number(page) - 1] : undefined;
    return t("notes.onPage", { document, page: label ?? (source.heading || page) });
  }
  const section = head?.kind === "letter" ? head.sections.find(({ id }) => id === part)?.title : undefined;
  const heading = part === openingId ? t("search.opening") : shown(section ?? source.heading, target.document);
  return heading === "" || heading === document ? document : t("notes.inSection", { document, section: heading });
}
