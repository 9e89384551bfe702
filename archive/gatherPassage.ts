/** A passage as an item of a dossier: its words and where they come from, copied, so that the dossier outlives the letter; and by what words that were chosen are found again. */
import { randomUUID } from "node:crypto";
import type { DossierItem } from "./dossier.ts";
import type { Holdings } from "./holdings.ts";
import { type Answer, fail, type Passage, succeed } from "./model.ts";
import { longestQuote, type PlacedNote } from "./note.ts";
import { noteOfPassage } from "./notePassage.ts";
import { anchorText, findQuote, quoteAt } from "./text/anchor.ts";
import { inOneLine } from "./text/lines.ts";

export interface GatherRequest {
  passage: string;
  /** The part of it that was chosen; all of it without. */
  quoted?: string | undefined;
  /** The note whose words they are, which then tells them. A passage that is a note says so itself. */
  note?: string | undefined;
}

type PassageItem = Extract<DossierItem, { kind: "passage" }>;

interface Sources {
  holdings: Holdings;
  passage(id: string): Answer<Passage>;
  /** A note that is not there is undefined. */
  note(id: string): PlacedNote | undefined;
}

/** Fails with `unknown-passage`, or with `unknown-item` for a note that is not there. */
export function gatherPassage({ holdings, passage, note }: Sources, request: GatherRequest): Answer<DossierItem> {
  const id = request.note ?? noteOfPassage(request.passage);
  if (id === null) {
    const found = passage(request.passage);
    return found.ok ? itemOf(holdings, found.value, request.quoted?.trim() ?? "") : found;
  }
  const placed = note(id);
  return placed ? succeed(itemOfNote(holdings, placed)) : fail("unknown-item", { subject: id });
}

function itemOf(holdings: Holdings, { id, document, heading, kind, text }: Passage, chosen: string): Answer<PassageItem> {
  const head = holdings.document(document);
  if (!head) return fail("unknown-passage", { subject: id });
  const isPage = kind === "page";
  const words = { title: isPage ? head.title : heading, text: chosen || text, isWhole: chosen === "" };
  return succeed(newItem(holdings, { ...words, passage: id, document: head.title, page: isPage ? heading : null, highlight: chosen === "" ? null : highlightOf(text, chosen) }));
}

/** What was selected, as it is stored: it may have been shown otherwise. */
function highlightOf(text: string, chosen: string): PassageItem["highlight"] {
  const found = findQuote(anchorText(text), { exact: chosen, prefix: "", suffix: "" }, 0);
  if (!found || found.end - found.start > longestQuote) return null;
  const { start, end } = found;
  return { note: null, quote: quoteAt(text, start, end), position: { start, end } };
}

/** Its words as they are now, or as they were when they were marked. */
function itemOfNote(holdings: Holdings, { note: { id, target, source }, place }: PlacedNote): PassageItem {
  const { passage, quote, position } = place ?? target;
  const head = holdings.document(target.document);
  const here = holdings.passage(passage);
  const isPage = /#p\d+$/.test(passage) && head?.kind !== "letter";
  const heading = here?.heading ?? source.heading;
  const document = head?.title ?? source.title;
  const words = { title: isPage ? document : heading, text: isPage ? inOneLine(quote.exact) : quote.exact, isWhole: false };
  return newItem(holdings, { ...words, passage, document, page: isPage ? heading : null, highlight: { note: id, quote, position } });
}

interface Taken extends Pick<PassageItem, "title" | "text" | "isWhole" | "highlight"> {
  passage: string;
  document: string;
  page: string | null;
}

function newItem(holdings: Holdings, { title, text, isWhole, highlight, passage, document, page }: Taken): PassageItem {
  const head = holdings.document(passage.slice(0, passage.indexOf("#")));
  const id = head?.collection ?? passage.slice(0, passage.indexOf("/"));
  const collection = holdings.collection(id);
  return {
    id: randomUUID(),
    given: [],
    kind: "passage",
    title: title.slice(0, 500),
    text: text.trim().slice(0, 200_000),
    isWhole,
    origin: {
      passage,
      collection: (collection?.title ?? id).slice(0, 500),
      document: document.slice(0, 500),
      date: head?.date ?? null,
      page: page?.slice(0, 50) ?? null,
      language: collection?.language ?? "fr",
    },
    highlight,
  };
}
