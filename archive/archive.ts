/**
 * The one assembler, the one door: opens folders of documents as one archive. Whatever is damaged is named in the
 * overview's troubles, and everything else works. What opening does not need is loaded when it is first asked for.
 */
import {
  type Answer,
  type Citation,
  type DocumentHead,
  fail,
  type Failure,
  type Letter,
  type Occurrences,
  type Overview,
  type Passage,
  type ReportHead,
  type RubricReading,
  type SearchOrder,
  type SearchResults,
  type SearchTerm,
  succeed,
} from "./model.ts";
import { setImmediate as pause } from "node:timers/promises";
import { openIndex, readableOf } from "./assembleIndex.ts";
import { citationsOf } from "./citations.ts";
import type { Dossier, DossierItem, FollowedItem } from "./dossier.ts";
import type { DossierFileForm } from "./dossierFile.ts";
import type { Cited, CiteRequest } from "./citing.ts";
import type { ExportedFile, ExportRequest, ExportSources } from "./exportLetters.ts";
import { createFollower } from "./followItems.ts";
import { gatherPassage, type GatherRequest } from "./gatherPassage.ts";
import { Holdings } from "./holdings.ts";
import type { ReadPdf } from "./import/pdfContent.ts";
import { type Library, openLibrary } from "./library.ts";
import type { Note } from "./note.ts";
import { openFolder } from "./openFolder.ts";
import { notesAbout } from "./packedNotes.ts";
import { inspectPack, packArchive, type PackReport, type PackRequest, type PackWatch } from "./packing.ts";
import { type ResolvedLink, resolveLink } from "./resolveLink.ts";
import { searchPassages } from "./search/engine.ts";
import { countMarks, findInPages } from "./search/occurrences.ts";
import type { HandoutSaying } from "./share/handout.ts";
import type { ExportedPicture } from "./share/exported.ts";
import { readQuery } from "./search/query.ts";
import { results } from "./search/results.ts";
import { completionsOf, correctionOf } from "./search/suggest.ts";
import type { PackSummary } from "./share/packSummary.ts";
import { missingReport, readDocumentBytes } from "./store/documents.ts";
import { listedEntry } from "./store/listing.ts";
import { readPicture, typeOfPicture } from "./store/pictures.ts";

export interface SearchRequest {
  text: string;
  /** Most passages to return; `total` counts them all. */
  limit: number;
  order?: SearchOrder | undefined;
  /** Ids of collections to leave out. */
  hidden?: string[] | undefined;
}

/** What to look for in one report: terms as a search gave them, or what was typed. */
export type OccurrencesRequest = { document: string } & ({ terms: SearchTerm[] } | { text: string });

export interface Archive {
  overview(): Overview;
  /** Those of the overview, which takes longer where there are thousands of documents. */
  troubles(): readonly Failure[];
  /** A letter with its sections. Fails with `unknown-document`, or with the trouble that keeps it closed. */
  letter(id: string): Promise<Answer<Letter>>;
  /** A report without its bytes, which are read by range. Fails as `letter` does. */
  report(id: string): Answer<ReportHead>;
  /** A passage with its text, also by an id it had before sections were merged. Fails with `unknown-passage`. */
  passage(id: string): Answer<Passage>;
  /** What a link leads to, or what it is that is missing. Fails with `link-invalid`. */
  resolveLink(href: string): Promise<Answer<ResolvedLink>>;
  /** All sections of a rubric, oldest first, without those of `hidden` collections. Fails with `unknown-rubric`. */
  rubric(id: string, hidden?: string[]): Promise<Answer<RubricReading>>;
  search(request: SearchRequest): SearchResults;
  /** What is marked on each page of a report. Fails as `report` does. */
  occurrences(request: OccurrencesRequest): Promise<Answer<Occurrences>>;
  /** The text of a report's pages, one after the other. Fails as `report` does. */
  reportText(id: string): Answer<string>;
  /** The sections of letters that link to a report, newest letter first, those of `hidden` collections left out. Fails as `report` does. */
  citations(report: string, hidden?: string[]): Promise<Answer<Citation[]>>;
  /** Writes a pack of documents. Fails with `unknown-collection`, `unknown-document` and the like, or because it cannot be written. */
  pack(request: PackRequest, watch?: PackWatch): Promise<Answer<PackReport>>;
  /** What a pack holds and who signed it, from its path or its bytes. Fails with `pack-damaged`, `pack-altered` or `pack-newer`. */
  inspectPack(source: string | Uint8Array, watch?: PackWatch): Promise<Answer<PackSummary>>;
  /** The library, where a person's own documents are kept; null without one. */
  library: Library | null;
  /** Calls back, a little later, when documents came, changed or went, also by the hand of another process; gives the way to stop. */
  onChange(listener: () => void): () => void;
  /** Ends what is going on by itself, and gives files back to the system. */
  close(): Promise<void>;
  /** A passage as an item of a dossier. Fails with `unknown-passage`. */
  gathered(request: GatherRequest): Answer<DossierItem>;
  /** Where the words of a dossier's highlights are now. */
  followed(dossier: Dossier): FollowedItem[];
  /** A dossier as a file. Fails as reading what it quotes does. */
  dossierFile(dossier: Dossier, form: DossierFileForm, saying: HandoutSaying): Promise<Answer<Uint8Array>>;
  /** Words with their source, in every form. Fails with `unknown-document`. */
  cite(request: CiteRequest): Promise<Answer<Cited>>;
  /** Letters or sections as one file. Fails with `unknown-document`, `unknown-section`, or as `letter` does. */
  exportLetters(request: ExportRequest, words: ExportSaying): Promise<Answer<ExportedFile>>;
}

/** What an exported file says of itself is worded by those who ask. */
export type ExportSaying = Pick<ExportSources, "words" | "sayDate" | "sayLetters" | "at">;

export interface ArchiveFolders {
  /** Folders that are only read, laid out as in `store/layout`; a document that stands in several is that of the first. */
  bundled: readonly string[];
  /** The folder of a person's library, which need not be there yet; null without one. */
  library: string | null;
  readPdf: ReadPdf;
}

/** Never rejects for what the folders hold: that is told in `overview().troubles`. */
export async function openArchive({ bundled, library: libraryFolder, readPdf }: ArchiveFolders): Promise<Archive> {
  const folders = await Promise.all(bundled.map((folder) => openFolder(folder, readPdf)));
  const troubles: Failure[] = [];
  const holdings = new Holdings(folders, troubles);
  for (const folder of folders) {
    const own = readableOf(folder).filter(({ head }) => holdings.held(head.id)?.folder === folder.path);
    holdings.addIndex(await openIndex(folder.path, own.map(listedEntry), (id) => holdings.document(id), readPdf, troubles));
  }
  const library = libraryFolder === null ? null : await openLibrary(libraryFolder, holdings, readPdf, troubles);

  const notesNow = (): Note[] => library?.notes.all().map(({ note }) => note) ?? [];
  const follow = createFollower(holdings, () => library?.notes.all() ?? []);

  async function letter(id: string): Promise<Answer<Letter>> {
    const document = (await library?.look(id)) ?? holdings.held(id);
    const folder = holdings.held(id)?.folder;
    if (document?.entry.head.kind !== "letter" || folder === undefined) return fail("unknown-document", { subject: id });
    if (document.failure) return { ok: false, failure: document.failure };
    const { readLetter } = await import("./store/readLetter.ts");
    return readLetter(folder, document.entry);
  }

  function report(id: string): Answer<ReportHead> {
    const document = holdings.held(id);
    if (document?.entry.head.kind !== "report") return fail("unknown-document", { subject: id });
    const failure = document.failure ?? missingReport(document.folder, document.entry);
    return failure ? { ok: false, failure } : succeed(document.entry.head);
  }

  /** Those with text, in order. */
  function pagesOf({ id, pageLabels }: ReportHead): Passage[] {
    return pageLabels.flatMap((_, index) => holdings.passage(`${id}#p${index + 1}`) ?? []);
  }

  /** Of letters that link to something of the archive; the others are not even parsed. */
  async function readCitations(): Promise<Map<string, Citation[]>> {
    const letters: Letter[] = [];
    for (const { id, kind } of holdings.overview().documents) {
      const held = holdings.held(id);
      if (kind !== "letter" || !held || held.failure) continue;
      const bytes = await readDocumentBytes(held.folder, held.entry);
      const answer = bytes.ok && bytes.value.includes("relire://") ? await letter(id) : null;
      if (answer?.ok) letters.push(answer.value);
    }
    return citationsOf(letters);
  }
  /** Read when they are first asked for, and again after documents changed. */
  let citations: Promise<Map<string, Citation[]>> | null = null;
  function citationsNow(): Promise<Map<string, Citation[]>> {
    if (citations) return citations;
    const stopListening = holdings.onChange(() => {
      citations = null;
      stopListening();
    });
    citations = readCitations();
    return citations;
  }

  async function picture(id: string, path: string): Promise<ExportedPicture | null> {
    const type = typeOfPicture(path);
    const bytes = type && (await readPicture(holdings.held(id)?.folder ?? "", id, path));
    return bytes ? { bytes, type } : null;
  }

  function passage(id: string): Answer<Passage> {
    const found = holdings.passage(id) ?? holdings.passage(presentId(holdings, id));
    return found ? succeed(found) : fail("unknown-passage", { subject: id });
  }

  async function packLetters({ title, documents, withNotes }: { title: string; documents: string[]; withNotes: boolean }): Promise<Answer<Uint8Array>> {
    const { packInMemory } = await import("./packInMemory.ts");
    const notes = withNotes ? notesAbout(documents, notesNow()) : [];
    return packInMemory(holdings, { title, documents, withReports: false, notes });
  }

  function passagesWith(words: string): Passage[] {
    const { found } = searchPassages(holdings.documentSets, holdings, readQuery(words), { limit: 20, order: "relevance", hidden: new Set() });
    return found.map(({ passage }) => passage);
  }

  return {
    overview: () => holdings.overview(),
    troubles: () => holdings.troubles,
    letter,
    report,
    exportLetters: async (request, saying) => (await import("./exportLetters.ts")).exportLetters(request, { ...saying, collection: (id) => holdings.collection(id), letter, picture, pack: packLetters }),
    passage,
    gathered: (request) => gatherPassage({ holdings, passage, note: (noteId) => library?.notes.all().find(({ note }) => note.id === noteId) }, request),
    followed: follow,
    dossierFile: async (dossier, form, saying) => (await import("./dossierFile.ts")).dossierFile(holdings, { dossier, followed: follow(dossier), notes: notesNow(), letter, picture }, form, saying),
    resolveLink: (href) => resolveLink({ holdings, library, letter, passagesWith }, href),
    async rubric(id, hidden = []) {
      const rubric = holdings.rubric(id);
      if (!rubric) return fail("unknown-rubric", { subject: id });
      const heads = holdings.overview().documents.filter((head) => holdsRubric(head, id) && !hidden.includes(head.collection)).reverse();
      const letters = await Promise.all(heads.map((head) => letter(head.id)));
      const items = letters.flatMap((answer) => (answer.ok ? sectionsOf(answer.value, id) : []));
      return succeed({ rubric, items });
    },
    search({ text, limit, order = "relevance", hidden = [] }) {
      const started = performance.now();
      const query = readQuery(text);
      const { sets } = holdings;
      const outcome = searchPassages(sets, holdings, query, { limit, order, hidden: new Set(hidden) });
      const suggestion = outcome.total < few || outcome.step !== "exact" ? correctionOf(sets, text, query) : null;
      const completions = completionsOf(sets, query, mostCompletions);
      return { ...results(query, outcome), suggestion, completions, tookMs: performance.now() - started };
    },
    async occurrences(request) {
      const head = report(request.document);
      if (!head.ok) return head;
      const pages = pagesOf(head.value);
      return succeed("terms" in request ? await countMarks(pages, request.terms, pause) : await findInPages(pages, request.text, pause));
    },
    reportText(id) {
      const head = report(id);
      return head.ok ? succeed(pagesOf(head.value).map(({ text }) => text.trimEnd()).join("\n\n")) : head;
    },
    async citations(id, hidden = []) {
      const head = report(id);
      if (!head.ok) return head;
      const found = (await citationsNow()).get(id) ?? [];
      return succeed(found.filter(({ letter: { collection } }) => !hidden.includes(collection)));
    },
    async pack(request, watch) {
      for (const { id } of holdings.overview().documents) await library?.look(id);
      return packArchive(holdings, { library: libraryFolder, notes: notesNow() }, request, watch);
    },
    inspectPack: (source, watch) => inspectPack(holdings, libraryFolder, source, watch),
    cite: async (request) => (await import("./citing.ts")).cite(holdings, request),
    library,
    onChange(listener) {
      library?.watch();
      return holdings.onChange(listener);
    },
    async close() {
      await library?.close();
      holdings.close();
    },
  };
}

/** With fewer passages than this, another spelling is suggested. */
const few = 3;
const mostCompletions = 5;

/** The id under which a passage can be found that had another one before. */
function presentId(holdings: Holdings, id: string): string {
  const [document = "", section = ""] = id.split("#");
  return `${document}#${holdings.held(document)?.entry.former?.[section] ?? section}`;
}

function holdsRubric(head: DocumentHead, rubric: string): boolean {
  return head.kind === "letter" && head.sections.some((section) => section.rubric === rubric);
}

function sectionsOf({ head, sections }: Letter, rubric: string): RubricReading["items"] {
  return sections.filter((section) => section.rubric === rubric).map((section) => ({ letter: head, section }));
}
