/**
 * What is marked in a report and the walk through it: the words of a search that led here, or those typed into the report's own box.
 * The librarian counts the marks of every page; late answers are dropped, and what was found stays until the next is there.
 */
import { useCallback, useEffect, useState } from "react";
import type { Occurrences, SearchTerm } from "../../archive/model.ts";
import type { Bridge } from "../bridge.ts";
import type { MarkPlace } from "./deskView.ts";
import { nearestMark, nextMark, ordinalOf, totalOf } from "./markWalk.ts";
import type { PageDesk } from "./PageDesk.ts";

interface Walked {
  document: string;
  /** Of the search that led here; a new array begins anew. */
  terms: readonly SearchTerm[];
  /** The words of that search, for the box. */
  words: string;
  desk: PageDesk | null;
  ask: Bridge["occurrences"];
}

export interface MarkWalk {
  isOpen: boolean;
  /** What the box holds. */
  text: string;
  /** To be marked on the pages. */
  terms: readonly SearchTerm[];
  /** Null until it is known. */
  total: number | null;
  /** The number of the mark where the reader is, from 1. */
  ordinal: number | null;
  open(): void;
  /** Takes the marks away as well. */
  close(): void;
  type(text: string): void;
  step(direction: 1 | -1): void;
  /** To be told where the reader is. */
  setPlace(place: MarkPlace | null): void;
}

type Wanted = { terms: readonly SearchTerm[] } | { text: string };

interface State {
  /** The terms given when this began. */
  given: readonly SearchTerm[];
  isOpen: boolean;
  text: string;
  wanted: Wanted;
  found: Occurrences | null;
}

const noTerms: readonly SearchTerm[] = [];

function begin(terms: readonly SearchTerm[], words: string): State {
  return { given: terms, isOpen: terms.length > 0, text: words, wanted: { terms }, found: null };
}

export function useMarkWalk({ document, terms: given, words, desk, ask }: Walked): MarkWalk {
  const [kept, setState] = useState<State>(() => begin(given, words));
  const state = kept.given === given ? kept : begin(given, words);
  if (state !== kept) setState(state);
  const [place, setPlace] = useState<MarkPlace | null>(null);
  const { wanted, found } = state;

  useEffect(
    function count() {
      if ("terms" in wanted ? wanted.terms.length === 0 : wanted.text.trim() === "") return;
      let isLate = false;
      const request = "terms" in wanted ? { terms: [...wanted.terms] } : wanted;
      void ask({ document, ...request }).then((answer) => {
        if (isLate || !answer.ok) return;
        setState((state) => ({ ...state, found: answer.value }));
        const first = "text" in wanted && desk ? nearestMark(answer.value.pages, desk.view.page, 1) : null;
        desk?.setTerms(answer.value.terms);
        if (first) desk?.goToMark(first);
      });
      return () => {
        isLate = true;
      };
    },
    [ask, document, wanted, desk],
  );

  const pages = found?.pages ?? null;
  const step = useCallback(
    (direction: 1 | -1): void => {
      if (!desk || !pages) return;
      const from = desk.markInView;
      const next = from ? nextMark(pages, from, direction) : nearestMark(pages, desk.view.page, direction);
      if (next) desk.goToMark(next);
    },
    [desk, pages],
  );
  const isTyped = "text" in wanted;
  return {
    isOpen: state.isOpen,
    text: state.text,
    terms: isTyped ? (found?.terms ?? noTerms) : wanted.terms,
    total: pages && totalOf(pages),
    ordinal: pages && place && ordinalOf(pages, place),
    open: useCallback(() => setState((state) => ({ ...state, isOpen: true })), []),
    close: useCallback(() => setState((state) => ({ ...state, isOpen: false, text: "", wanted: { terms: noTerms }, found: null })), []),
    type: useCallback((text: string) => setState((state) => ({ ...state, text, wanted: { text }, found: text.trim() === "" ? null : state.found })), []),
    step,
    setPlace,
  };
}
