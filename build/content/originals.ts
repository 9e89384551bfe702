/**
 * The publisher's originals, read as the application would import them: each becomes a document of the bundled archive, in the place of the one that
 * was retold or stood in for it. What cannot be read is a problem; what is doubtful is told.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Draft, isDoubt, type LetterDraft, type ReportDraft } from "../../archive/draft.ts";
import { importFile, type Imported } from "../../archive/import/importFile.ts";
import { readPdf } from "../../archive/import/pdf.ts";
import { readSources } from "../../archive/import/sources.ts";
import { type Collection, CollectionId, type Failure, type Rubric } from "../../archive/model.ts";
import { slugOf } from "../../archive/text/fold.ts";
import { failureSentence, noteSentence } from "../../archive/words/sentences.ts";
import type { Problems } from "./problems.ts";
import { readSettlements, settle, type Settlement, settlementEnding } from "./settlement.ts";
import type { CollectionInput, LetterInput, ReportInput } from "./sources.ts";

export interface OriginalDocument {
  id: string;
  collection: string;
  draft: Draft;
  /** Relative to the folder of originals, followed by the path inside. */
  file: string;
  original: Imported["original"];
  /** The document whose place it takes. */
  replaces: LetterInput | ReportInput | null;
  /** Ids of the reports that came with a letter, in the order of its attachments. */
  attached: string[];
}

export interface Originals {
  documents: OriginalDocument[];
  /** Of folders that have no counterpart in the content. */
  collections: Collection[];
  rubrics: Rubric[];
  /** Sentences, each with its file. */
  doubts: string[];
}

/** Reads all originals of a folder, which need not be there. */
export async function readOriginals(folder: string, known: readonly CollectionInput[], problems: Problems): Promise<Originals> {
  const originals: Originals = { documents: [], collections: [], rubrics: [], doubts: [] };
  const ids = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])) : [];
  for (const id of ids.sort()) {
    if (!CollectionId.safeParse(id).success) problems.add(id, 1, `"${id}" cannot be a collection's id: name folders with a-z, 0-9 and hyphens only`);
    else await new CollectionOriginals(folder, id, known, originals, problems).read();
  }
  return originals;
}

/** One folder of originals. */
class CollectionOriginals {
  readonly #folder: string;
  readonly #id: string;
  readonly #known: CollectionInput | undefined;
  readonly #rubrics: Map<string, Rubric>;
  readonly #taken: Set<string>;
  readonly #originals: Originals;
  readonly #problems: Problems;

  constructor(folder: string, id: string, known: readonly CollectionInput[], originals: Originals, problems: Problems) {
    this.#folder = folder;
    this.#id = id;
    this.#known = known.find(({ collection }) => collection.id === id);
    this.#rubrics = new Map([...known.flatMap(({ rubrics }) => rubrics), ...originals.rubrics].map((rubric) => [rubric.id, rubric]));
    this.#taken = new Set(this.#sources().map((source) => source.id));
    this.#originals = originals;
    this.#problems = problems;
  }

  async read(): Promise<void> {
    const before = this.#originals.documents.length;
    for (const name of readdirSync(join(this.#folder, this.#id)).sort()) {
      if (!name.endsWith(settlementEnding)) await this.#readFile(name);
    }
    const added = this.#originals.documents.slice(before);
    if (!this.#known && added.length > 0) this.#originals.collections.push(describeCollection(this.#id, added));
  }

  async #readFile(name: string): Promise<void> {
    const path = join(this.#folder, this.#id, name);
    const shown = `${this.#id}/${name}`;
    const settlements = readSettlements(`${path}${settlementEnding}`, `${shown}${settlementEnding}`, this.#problems);
    for await (const { file, content } of readSources([path])) {
      const inside = file.slice(path.length);
      if (!content.ok) this.#refuse(`${shown}${inside}`, content.failure, settlements.get(inside.slice(1)));
      else {
        const context = { readPdf, rubrics: [...this.#rubrics.values()] };
        for await (const part of importFile({ file: `${shown}${inside}`, bytes: content.value }, context)) {
          this.#take(part, settlements.get(part.file.slice(shown.length + 1)));
        }
      }
    }
  }

  #refuse(file: string, failure: Failure, settlement: Settlement | undefined): void {
    if (settlement?.ignored) return;
    const sentence = failureSentence({ ...failure, title: file }, "en");
    this.#problems.add(file, 1, failure.detail ? `${sentence} (${failure.detail})` : sentence);
  }

  #take({ file, draft: read, original }: Imported, settlement: Settlement | undefined): void {
    if (settlement?.ignored) return;
    if (!read.ok) return this.#refuse(file, read.failure, settlement);
    const draft = settlement ? settle(read.value, settlement, (id) => this.#rubrics.get(id)) : read.value;
    const attached = draft.kind === "letter" ? draft.attachments.map((report) => this.#place(report, `${file}/${slugOf(report.title)}.pdf`, { bytes: report.bytes, extension: "pdf" }, undefined, [])) : [];
    this.#place(draft, file, original, settlement, attached);
    if (draft.kind === "letter") this.#learn(draft);
    for (const note of draft.notes.filter(isDoubt)) this.#originals.doubts.push(`${file}: ${noteSentence(note, "en")}`);
  }

  #place(draft: Draft, file: string, original: Imported["original"], settlement: Settlement | undefined, attached: string[]): string {
    const replaces = this.#counterpart(draft, settlement, file);
    const id = replaces?.id ?? this.#newId(draft, settlement);
    this.#taken.add(id);
    this.#originals.documents.push({ id, collection: this.#id, draft, file, original, replaces, attached });
    return id;
  }

  /** The retold letter of the same date, or the stand-in report of the same title; what is taken already is not taken twice. */
  #counterpart(draft: Draft, settlement: Settlement | undefined, file: string): OriginalDocument["replaces"] {
    const free = this.#sources().filter(({ id }) => !this.#originals.documents.some((other) => other.id === id));
    if (settlement?.replaces !== undefined) {
      const named = free.find(({ id }) => id === `${this.#id}/${settlement.replaces}`);
      if (!named) this.#problems.add(`${file}${settlementEnding}`, 1, `there is no document ${this.#id}/${settlement.replaces} whose place it could take`);
      return named ?? null;
    }
    const alike = draft.kind === "letter" ? this.#lettersOf(draft).filter(({ id }) => free.some((each) => each.id === id)) : this.#reportsOf(draft);
    if (alike.length > 1) this.#originals.doubts.push(`${file}: several documents have its date (${alike.map(({ id }) => id).join(", ")}): say which one it replaces`);
    return alike.length === 1 ? (alike[0] ?? null) : null;
  }

  #lettersOf({ date }: LetterDraft): LetterInput[] {
    if (date === null) return [];
    return (this.#known?.letters ?? []).filter(({ source }) => source.frontMatter.date !== null && isSameDate(source.frontMatter.date, date));
  }

  #reportsOf({ title }: ReportDraft): ReportInput[] {
    return (this.#known?.reports ?? []).filter(({ frontMatter }) => slugOf(frontMatter.title) === slugOf(title));
  }

  /** The date alone, as for the letters of the content; with the title where it is taken. */
  #newId({ date, title, kind }: Draft, settlement: Settlement | undefined): string {
    const slug = slugOf(title).slice(0, 60).replace(/-+$/, "") || kind;
    const names = [settlement?.id, kind === "letter" ? (date ?? undefined) : undefined, date === null ? slug : `${date}-${slug}`].filter((name) => name !== undefined);
    const free = names.find((name) => !this.#taken.has(`${this.#id}/${name}`));
    if (free !== undefined) return `${this.#id}/${free}`;
    for (let number = 2; ; number++) if (!this.#taken.has(`${this.#id}/${names.at(-1)}-${number}`)) return `${this.#id}/${names.at(-1)}-${number}`;
  }

  #learn({ sections }: LetterDraft): void {
    for (const { rubric } of sections) {
      if (rubric === null || this.#rubrics.has(rubric.id)) continue;
      this.#rubrics.set(rubric.id, rubric);
      this.#originals.rubrics.push(rubric);
    }
  }

  #sources(): (LetterInput | ReportInput)[] {
    return [...(this.#known?.letters ?? []), ...(this.#known?.reports ?? [])];
  }
}

/** As precisely as the less precise of the two says it: a letter of 14 October 2022 is that of October 2022. */
function isSameDate(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function describeCollection(id: string, documents: readonly OriginalDocument[]): Collection {
  const publishers = documents.flatMap(({ draft }) => (draft.kind === "letter" && draft.publisher !== null ? [draft.publisher] : []));
  return { id, title: publishers[0] ?? id, description: "", language: "fr", sample: false, elsewhere: [] };
}

/** Where the sections of a replaced letter are to be found in the one that takes its place, where their ids differ: by their rubric. */
export function formerSections({ replaces }: OriginalDocument, sections: readonly { id: string; rubric: string | null }[]): Record<string, string> {
  if (!replaces || !("source" in replaces)) return {};
  const known = new Set(sections.map(({ id }) => id));
  const moved = replaces.source.sections.flatMap(({ id, rubric }): [string, string][] => {
    const now = rubric === null || known.has(id) ? undefined : sections.find((section) => section.rubric === rubric);
    return now ? [[id, now.id]] : [];
  });
  return Object.fromEntries(moved);
}
