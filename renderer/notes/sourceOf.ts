/** Where a note's words are, or were. */
import type { TFunction } from "i18next";
import { openingId } from "../../archive/model.ts";
import type { Note, NotePlace } from "../../archive/note.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import type { Library } from "../library.ts";

export function sourceOf({ target, source }: Note, place: NotePlace | null, library: Library, t: TFunction): string {
  const head = library.document(target.document);
  const document = frenchTypography(head?.title ?? source.title);
  const part = (place?.passage ?? target.passage).split("#")[1] ?? "";
  const page = /^p(\d+)$/.exec(part)?.[1];
  if (head?.kind === "report" || (!head && page)) {
    const label = head?.kind === "report" && page ? head.pageLabels[Number(page) - 1] : undefined;
    return t("notes.onPage", { document, page: label ?? (source.heading || page) });
  }
  const section = head?.kind === "letter" ? head.sections.find(({ id }) => id === part)?.title : undefined;
  const heading = part === openingId ? t("search.opening") : frenchTypography(section ?? source.heading);
  return heading === "" || heading === document ? document : t("notes.inSection", { document, section: heading });
}
