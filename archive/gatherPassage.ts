/** A passage as an item of a dossier: its words and where they come from, copied, so that the dossier outlives the letter. */
import { randomUUID } from "node:crypto";
import type { DossierItem } from "./dossier.ts";
import type { Holdings } from "./holdings.ts";
import { type Answer, fail, type Passage, succeed } from "./model.ts";

export interface GatherRequest {
  passage: string;
  /** The part of it that was chosen; all of it without. */
  quoted?: string | undefined;
}

/** Fails with `unknown-passage`. */
export function gatherPassage(holdings: Holdings, found: Answer<Passage>, { quoted }: GatherRequest): Answer<DossierItem> {
  if (!found.ok) return found;
  const { id, document, heading, kind, text } = found.value;
  const head = holdings.held(document)?.entry.head;
  if (!head) return fail("unknown-passage", { subject: id });
  const collection = holdings.collection(head.collection);
  const chosen = quoted?.trim();
  return succeed({
    id: randomUUID(),
    given: [],
    kind: "passage",
    title: (kind === "page" ? head.title : heading).slice(0, 500),
    text: (chosen || text).trim().slice(0, 200_000),
    isWhole: !chosen,
    origin: {
      passage: id,
      collection: (collection?.title ?? head.collection).slice(0, 500),
      document: head.title.slice(0, 500),
      date: head.date,
      page: kind === "page" ? heading.slice(0, 50) : null,
      language: collection?.language ?? "fr",
    },
  });
}
