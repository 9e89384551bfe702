/**
 * The highlights of a dossier in their texts as these are now: a letter that was imported anew or corrected takes them along. A highlight whose note is here stands where
 * the note does; another is found again by its own quotation, as in a library that has the letter and not the note.
 */
import type { Dossier, DossierItem, FollowedItem } from "./dossier.ts";
import type { Holdings } from "./holdings.ts";
import { anchorPassages, placeIn } from "./library/placing.ts";
import { longestQuote, type NotePlace, type PlacedNote } from "./note.ts";
import { type AnchorPassage, anchorText } from "./text/anchor.ts";
import { inOneLine } from "./text/lines.ts";

type PassageItem = Extract<DossierItem, { kind: "passage" }>;
type Highlight = NonNullable<PassageItem["highlight"]>;
type Found = { state: unknown; highlight: string; place: NotePlace | null };

/** What it found is kept as long as the document and the highlight are the same. */
export function createFollower(holdings: Holdings, notes: () => readonly PlacedNote[]): (dossier: Dossier) => FollowedItem[] {
  const known = new Map<string, Found>();

  function placeOf({ id, origin }: PassageItem, highlight: Highlight, passages: (document: string) => AnchorPassage[]): NotePlace | null {
    const document = documentOf(origin.passage);
    const state = holdings.held(document);
    const told = JSON.stringify(highlight);
    const before = known.get(id);
    if (before && before.state === state && before.highlight === told) return before.place;
    const place = placeIn(passages(document), { passage: origin.passage, ...highlight });
    if (known.size >= mostKnown) known.clear();
    known.set(id, { state, highlight: told, place });
    return place;
  }

  return ({ items }) => {
    const highlights = items.flatMap((item) => {
      const highlight = item.kind === "passage" ? highlightOf(item) : null;
      return item.kind === "passage" && highlight ? [{ item, highlight }] : [];
    });
    if (highlights.length === 0) return [];
    const noted = new Map(notes().map((placed) => [placed.note.id, placed]));
    const read = new Map<string, AnchorPassage[]>();
    const passages = (document: string): AnchorPassage[] => {
      const found = read.get(document) ?? anchorPassages(holdings, document);
      read.set(document, found);
      return found;
    };
    return highlights.map(({ item, highlight }) => followedItem(holdings, { item, highlight, placed: noted.get(highlight.note ?? "") }, () => placeOf(item, highlight, passages)));
  };
}

/** Items whose places are kept. */
const mostKnown = 10_000;

/** Of a part that an older Relire took, its words alone tell where it is, if they are enough to tell anything. */
function highlightOf({ highlight, isWhole, text }: PassageItem): Highlight | null {
  if (highlight || isWhole || text.length < telling) return highlight;
  return { note: null, quote: { exact: text.slice(0, longestQuote), prefix: "", suffix: "" }, position: { start: 0, end: 0 } };
}

/** In UTF-16 units. */
const telling = 20;

interface Followed {
  item: PassageItem;
  highlight: Highlight;
  /** Its note, if that is here. */
  placed: PlacedNote | undefined;
}

function followedItem(holdings: Holdings, { item: { id, origin }, highlight, placed }: Followed, find: () => NotePlace | null): FollowedItem {
  const note = placed ? { id: placed.note.id, colour: placed.note.colour } : null;
  const place = placed?.place ?? find();
  if (!place) return { item: id, state: holdings.holds(documentOf(origin.passage)) ? "lost" : "absent", now: null, note };
  const passage = holdings.passage(place.passage);
  const page = passage?.kind === "page" ? passage.heading : null;
  const title = page === null ? (passage?.heading ?? "") : (holdings.document(passage?.document ?? "")?.title ?? "");
  const text = page === null ? place.quote.exact : inOneLine(place.quote.exact);
  const isSame = anchorText(place.quote.exact).letters === anchorText(highlight.quote.exact).letters;
  return { item: id, state: isSame ? "same" : "revised", now: { title, text, passage: place.passage, page }, note };
}

function documentOf(passage: string): string {
  return passage.slice(0, passage.indexOf("#"));
}
