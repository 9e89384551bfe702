/**
 * What a link leads to in this archive, as it is today: the document of that id, or the one that it became under another; the section of that id, or
 * the one where its text is now. What is not here is named as far as the link, the bin and the collections tell.
 */
import { openingId } from "./letterSection.ts";
import { type Answer, type DocumentHead, fail, type Letter, type LetterHead, type Passage, succeed } from "./model.ts";
import type { HeldDocument, Holdings } from "./holdings.ts";
import type { Library } from "./library.ts";
import { type DocumentLink, type LetterLink, type LinkLabel, readLink, type ReportLink } from "./text/archiveLink.ts";
import { fold, slugOf } from "./text/fold.ts";
import { holdsStart } from "./text/paragraph.ts";

export type ResolvedLink =
  /** `isLost`: the section is no more, and the letter is opened at its beginning. */
  | { kind: "letter"; id: string; section: string | null; paragraph: LetterLink["paragraph"]; isLost: boolean }
  | { kind: "report"; id: string; page: number | null }
  | { kind: "search"; text: string }
  | { kind: "missing"; missing: MissingDocument };

/** A document that a link names and this archive does not have. */
export interface MissingDocument extends LinkLabel {
  id: string;
  /** Null when the link does not tell. */
  sort: DocumentHead["kind"] | null;
  /** Title of its collection, when the archive has others of it. */
  collection: string | null;
  isInBin: boolean;
}

export interface LinkSources {
  holdings: Holdings;
  library: Library | null;
  letter(id: string): Promise<Answer<Letter>>;
  /** The best passages for some words. */
  passagesWith(words: string): Passage[];
}

type ToDocument = LetterLink | ReportLink | DocumentLink;

/** Fails with `link-invalid` for what is no link of Relire's. */
export async function resolveLink(sources: LinkSources, href: string): Promise<Answer<ResolvedLink>> {
  const link = readLink(href);
  if (!link) return fail("link-invalid");
  if (link.kind === "search") return succeed(link);
  const head = sources.holdings.document(link.document) ?? findDocument(sources.holdings, link) ?? findByWords(sources, link);
  if (!head) return succeed({ kind: "missing", missing: missingOf(sources, link) });
  if (head.kind === "report") return succeed({ kind: "report", id: head.id, page: pageOf(link, head.pageLabels.length) });
  return succeed(await placeInLetter(sources, head, link));
}

function pageOf(link: ToDocument, pages: number): number | null {
  const page = link.kind === "letter" ? null : link.page;
  return page === null ? null : Math.min(page, pages);
}

async function placeInLetter({ holdings, letter }: LinkSources, { id, sections }: LetterHead, link: ToDocument): Promise<ResolvedLink> {
  const wanted = link.kind === "report" ? null : link.section;
  const paragraph = link.kind === "letter" ? link.paragraph : null;
  const place = { kind: "letter" as const, id, section: wanted, paragraph, isLost: false };
  if (paragraph === null && (wanted === null || sections.some((section) => section.id === wanted))) return place;
  const read = await letter(id);
  // The sheet says why it cannot be read.
  if (!read.ok) return place;
  const section = sectionNow(read.value, wanted, holdings.held(id)?.entry.former ?? {}, paragraph?.start ?? "");
  return section === null ? { ...place, section: null, paragraph: null, isLost: true } : { ...place, section };
}

/**
 * The section that has the paragraph, which is the one wanted as long as the words are still there; without them, the one that the id leads to, or the
 * one whose title is the most alike. Null when there is none.
 */
function sectionNow({ head, opening, sections }: Letter, wanted: string | null, former: Readonly<Record<string, string>>, start: string): string | null {
  const parts = [...(opening ? [{ id: openingId, text: opening.text }] : []), ...sections];
  const asked = wanted ?? openingId;
  const present = parts.find(({ id }) => id === asked) ?? parts.find(({ id }) => id === former[asked]);
  if (present && (start === "" || holdsStart(present.text, start))) return present.id;
  const holding = parts.find(({ text }) => holdsStart(text, start));
  return holding?.id ?? present?.id ?? alikeIn(head, asked);
}

/** Words of a title that another must share to be taken for it: more than half of all there are in both. */
const leastShared = 0.5;

function alikeIn({ sections }: LetterHead, wanted: string): string | null {
  const words = new Set(wanted.split("-"));
  const likeness = (title: string): number => {
    const others = new Set(slugOf(title).split("-"));
    const shared = [...words].filter((word) => others.has(word)).length;
    return shared / (words.size + others.size - shared);
  };
  const [best] = sections.map(({ id, title }) => ({ id, share: likeness(title) })).sort((one, other) => other.share - one.share);
  return best && best.share > leastShared ? best.id : null;
}

/** The document that a link means under another id: made from the same original, or, when there is but one, called and dated the same. */
function findDocument(holdings: Holdings, link: ToDocument): DocumentHead | null {
  const held = holdings.overview().documents.flatMap(({ id }) => holdings.held(id) ?? []);
  const digest = /-([0-9a-f]{8,64})$/.exec(link.document)?.[1];
  const same = digest === undefined ? undefined : held.find(({ entry: { original, earlier = [] } }) => [original?.sha256, ...earlier].some((each) => each?.startsWith(digest)));
  if (same) return same.entry.head;
  if (link.kind === "document" || link.title === null) return null;
  const called = held.filter((document) => document.entry.head.kind === link.kind && isCalled(document, link));
  const collection = collectionOf(link);
  const ofCollection = called.filter(({ entry: { head } }) => head.collection === collection || collectionOf({ document: head.id }) === collection);
  const [found, ...others] = ofCollection.length > 0 ? ofCollection : called;
  return found && others.length === 0 ? found.entry.head : null;
}

/** With fewer words, a paragraph begins as others do. */
const leastWords = 6;

/** The one letter that has the very words of a paragraph. */
function findByWords({ holdings, passagesWith }: LinkSources, link: ToDocument): DocumentHead | null {
  const start = link.kind === "letter" ? (link.paragraph?.start ?? "") : "";
  if (start.split(" ").length < leastWords) return null;
  const [found, ...others] = new Set(passagesWith(start).filter(({ kind, text }) => kind === "section" && holdsStart(text, start)).map(({ document }) => document));
  return found !== undefined && others.length === 0 ? (holdings.document(found) ?? null) : null;
}

/** Now, or before a person called it otherwise. */
function isCalled({ entry: { head, known } }: HeldDocument, { title, date }: LinkLabel): boolean {
  return [head, ...(known ? [known] : [])].some((name) => fold(name.title) === fold(title ?? "") && agree(name.date, date));
}

/** A month and a day of it agree; an unknown date with none but itself. */
function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : one.startsWith(other) || other.startsWith(one);
}

function missingOf({ holdings, library }: LinkSources, link: ToDocument): MissingDocument {
  const binned = library?.bin().find(({ head }) => head.id === link.document)?.head;
  const label = link.kind === "document" ? { title: null, date: null } : link;
  return {
    id: link.document,
    sort: binned?.kind ?? (link.kind === "document" ? null : link.kind),
    title: binned?.title ?? label.title,
    date: binned?.date ?? label.date,
    collection: holdings.collection(collectionOf(link))?.title ?? null,
    isInBin: binned !== undefined,
  };
}

function collectionOf({ document }: { document: string }): string {
  return document.slice(0, document.indexOf("/"));
}
