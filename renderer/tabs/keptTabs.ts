/** The tabs as they are kept between starts, and made again from that. What a tab shows is kept, not how one came there. Pure. */
import type { KeptSheet, KeptTab, KeptTabs } from "../bridge.ts";
import type { Library } from "../library.ts";
import { documentPlace, type Place, type SheetPlace } from "../place.ts";
import type { Resting } from "../reading/resting.ts";
import { firstTabs, indexOf, type Tabs, tabsOf } from "./tabs.ts";

type Known = Pick<Library, "document">;

/** `restedAt` says where the reader came to rest in a visit. */
export function keptOf(tabs: Tabs, library: Known, restedAt: (visit: number) => Resting | undefined): KeptTabs {
  const keptTab = ({ visit, list, sheet }: Place): KeptTab => ({ list, sheet: keptSheet(sheet, library, restedAt(visit)) });
  return { tabs: tabs.open.map(({ journey }) => keptTab(journey.present)), shown: indexOf(tabs, tabs.shown) };
}

/** A tab whose document is gone shows what is missing. */
export function tabsFrom(kept: KeptTabs | null, library: Known): Tabs {
  if (!kept) return firstTabs;
  return tabsOf(
    kept.tabs.map(({ list, sheet }) => ({ list, sheet: sheetFrom(sheet, library) })),
    kept.shown,
  );
}

function keptSheet(sheet: SheetPlace, library: Known, rested: Resting | undefined): KeptSheet {
  switch (sheet.kind) {
    case "letter": {
      const { id, section, row = null } = sheet;
      const at = rested ?? { section, paragraph: sheet.paragraph ?? null };
      return { kind: "letter", id, section: at.section, paragraph: at.paragraph, row };
    }
    case "report":
      return { kind: "report", id: sheet.id };
    case "dossier":
      return { kind: "dossier", id: sheet.id };
    case "card":
      return keptDocument(sheet.id, library);
    default:
      return sheet;
  }
}

/** What is read of a card that was being corrected. */
function keptDocument(id: string, library: Known): KeptSheet {
  const head = library.document(id);
  return head ? keptSheet(documentPlace(head.kind, id), library, undefined) : { kind: "start" };
}

function sheetFrom(sheet: KeptSheet, library: Known): SheetPlace {
  if (sheet.kind !== "letter" && sheet.kind !== "report") return sheet;
  const { id } = sheet;
  if (library.document(id)?.kind !== sheet.kind) return { kind: "missing", id, missing: { id, title: null, date: null, sort: sheet.kind, collection: null, isInBin: false } };
  if (sheet.kind === "report") return documentPlace("report", id);
  const { section, paragraph, row } = sheet;
  return { kind: "letter", id, section, terms: [], ...(paragraph && { paragraph }), ...(row && { row }) };
}
