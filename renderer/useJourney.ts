/** The journey as React state, with the ways to move through it, and where each visit's sheet was scrolled to. */
import { useMemo, useReducer, useState } from "react";
import { back, forward, type Journey, type ListPlace, open, settle, type SheetPlace, showList, start, type } from "./place.ts";

type Step =
  | { step: "open"; sheet: SheetPlace }
  | { step: "showList"; list: ListPlace }
  | { step: "type"; text: string }
  | { step: "settle"; sheet: SheetPlace }
  | { step: "back" }
  | { step: "forward" };

export interface Moves {
  open(sheet: SheetPlace): void;
  showList(list: ListPlace): void;
  type(text: string): void;
  settle(sheet: SheetPlace): void;
  back(): void;
  forward(): void;
}

export interface Travel {
  journey: Journey;
  moves: Moves;
  /** Scroll positions of sheets, by visit. */
  scrolled: Map<number, number>;
}

export function useJourney(): Travel {
  const [journey, dispatch] = useReducer(next, start);
  const [scrolled] = useState(() => new Map<number, number>());
  const moves = useMemo<Moves>(
    () => ({
      open: (sheet) => dispatch({ step: "open", sheet }),
      showList: (list) => dispatch({ step: "showList", list }),
      type: (text) => dispatch({ step: "type", text }),
      settle: (sheet) => dispatch({ step: "settle", sheet }),
      back: () => dispatch({ step: "back" }),
      forward: () => dispatch({ step: "forward" }),
    }),
    [],
  );
  return { journey, moves, scrolled };
}

function next(journey: Journey, action: Step): Journey {
  switch (action.step) {
    case "open":
      return open(journey, action.sheet);
    case "showList":
      return showList(journey, action.list);
    case "type":
      return type(journey, action.text);
    case "settle":
      return settle(journey, action.sheet);
    case "back":
      return back(journey);
    case "forward":
      return forward(journey);
  }
}
