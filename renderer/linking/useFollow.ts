/**
 * Following a link. What it names by the very id is opened at once; anything else is asked of the librarian, who finds it where it is now or says what
 * is missing. Addresses of the web are for the person to open.
 */
import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ResolvedLink } from "../../archive/resolveLink.ts";
import { looksLikeLink, readLink } from "../../archive/text/archiveLink.ts";
import { bridge } from "../bridge.ts";
import { giveFailure, giveNotice } from "../import/notices.tsx";
import type { Library } from "../library.ts";
import type { SheetPlace } from "../place.ts";
import type { Moves } from "../useJourney.ts";

interface Following {
  library: Library;
  moves: Moves;
  /** A report that a link leads to, as it is to be opened from where one is. */
  withBeside(place: ReportPlace, href: string): SheetPlace;
  onWeb(href: string): void;
}

export type ReportPlace = Extract<SheetPlace, { kind: "report" }>;

export function useFollow({ library, moves, withBeside, onWeb }: Following): (href: string) => void {
  const { t } = useTranslation();
  /** Counts links: only the last one that was followed is opened. */
  const last = useRef(0);
  return useCallback(
    (href) => {
      const number = ++last.current;
      if (!looksLikeLink(href)) return onWeb(href);
      const openSheet = moves.opening();
      const open = (found: ResolvedLink): void => {
        if (found.kind === "search") return moves.type(found.text);
        const place = placeOf(found);
        openSheet(place.kind === "report" ? withBeside(place, href) : place);
        if (found.kind === "letter" && found.isLost) giveNotice({ text: t("linking.sectionLost") });
      };
      const known = knownPlace(href, library);
      if (known) return open(known);
      void bridge.resolveLink(href.trim()).then((answer) => {
        if (number !== last.current) return;
        if (answer.ok) open(answer.value);
        else giveFailure(t, answer.failure);
      });
    },
    [library, moves, withBeside, onWeb, t],
  );
}

function placeOf(found: Exclude<ResolvedLink, { kind: "search" }>): SheetPlace {
  if (found.kind === "missing") return { kind: "missing", id: found.missing.id, missing: found.missing };
  if (found.kind === "report") return { kind: "report", id: found.id, page: found.page ?? 1, terms: [] };
  const { id, section, paragraph } = found;
  return { kind: "letter", id, section, terms: [], ...(paragraph && { paragraph }) };
}

/** What is here under the very id; null for what takes a look into the archive. */
function knownPlace(href: string, library: Library): ResolvedLink | null {
  const link = readLink(href);
  if (!link || link.kind === "search" || (link.kind === "letter" && link.paragraph)) return null;
  const head = library.document(link.document);
  if (head?.kind === "report" && link.kind !== "letter") return (link.page ?? 1) <= head.pageLabels.length ? { kind: "report", id: head.id, page: link.page } : null;
  if (head?.kind !== "letter" || link.kind === "report") return null;
  const isThere = link.section === null || head.sections.some(({ id }) => id === link.section);
  return isThere ? { kind: "letter", id: head.id, section: link.section, paragraph: null, isLost: false } : null;
}
