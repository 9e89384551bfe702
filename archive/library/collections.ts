/** Which collection a draft is for, and the collections and rubrics that come with it. */
import type { Draft, LetterDraft } from "../draft.ts";
import type { Collection } from "../model.ts";
import { fold } from "../text/fold.ts";
import type { Desk } from "./desk.ts";

export type Language = Collection["language"];

export type NewCollection = Pick<Collection, "id" | "title" | "language">;

/** Where documents go whose publisher nobody knows. */
const unsorted = { id: "imports", titles: { fr: "Documents importés", en: "Imported documents" } };

/** The collection asked for, else the one titled like the draft's publisher, else the one for all others; to be made when it is not there. */
export function collectionFor(desk: Desk, draft: Draft, wanted: string | undefined, language: Language): NewCollection {
  const publisher = draft.kind === "letter" ? draft.publisher : null;
  if (wanted !== undefined) return { id: wanted, title: publisher || wanted, language };
  const titled = publisher === null ? undefined : desk.holdings.collections.find(({ title }) => fold(title) === fold(publisher));
  return { id: titled?.id ?? unsorted.id, title: titled?.title ?? unsorted.titles[language], language };
}

/** Makes a collection of the library that is not there yet; one of the bundled archive is listed as it is there. */
export function makeCollection(desk: Desk, { id, title, language }: NewCollection): void {
  if (desk.collections.has(id)) return;
  desk.collections.set(id, desk.holdings.collection(id) ?? { id, title, description: "", language, sample: false, elsewhere: [] });
  desk.describe();
}

/** Lists the rubrics of a letter. One that is known keeps its title. */
export function learnRubrics(desk: Desk, { sections }: Pick<LetterDraft, "sections">): void {
  const learnt = sections.flatMap(({ rubric }) => (rubric && !desk.rubrics.has(rubric.id) ? [rubric] : []));
  for (const rubric of learnt) desk.rubrics.set(rubric.id, desk.holdings.rubric(rubric.id) ?? rubric);
  if (learnt.length > 0) desk.describe();
}
