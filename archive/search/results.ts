/** What was found, as a person reads it: grouped by document, with excerpts and marks, and what was understood. */
import type { Hit, HitGroup, SearchResults, SearchTerm, UnderstoodPart } from "../model.ts";
import { excerpt } from "../text/excerpt.ts";
import type { Found, Outcome } from "./engine.ts";
import { isJoined, type Query } from "./query.ts";
import { termsOf } from "./terms.ts";

/** Groups stand in the order of their best hit. */
export function results(query: Query, { found, total, documents, facets, step }: Outcome): Omit<SearchResults, "tookMs" | "suggestion" | "completions"> {
  const terms = termsOf(query, step);
  const groups = new Map<string, HitGroup>();
  for (const each of found) {
    const group = groups.get(each.document.id) ?? { document: each.document, hits: [] };
    groups.set(each.document.id, group);
    group.hits.push(hitOf(each, terms));
  }
  return { query: query.text, understood: understood(query), terms, total, documents, groups: [...groups.values()], facets, step };
}

function hitOf({ passage: { text: whole, ...passage }, score }: Found, terms: readonly SearchTerm[]): Hit {
  const { text, marks } = excerpt(whole, terms);
  return { passage, score, excerpt: text, marks };
}

/** Without the stop words that were dropped. */
function understood({ parts }: Query): UnderstoodPart[] {
  return parts.flatMap((part, index): UnderstoodPart[] => {
    if (part.kind === "word" && part.isStopWord) return [];
    const { text, from, to, isExcluded } = part;
    return [{ kind: part.kind === "filter" ? part.filter.name : part.kind, text, from, to, isExcluded, isAlternative: isJoined(parts, index) }];
  });
}
