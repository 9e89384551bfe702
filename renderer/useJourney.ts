/** The journey as React state, with the ways to move through it, and where each was left. */
import { useEffect, useMemo, useReducer, useState } from "react";
import { keepJourney, keptJourney } from "./keptJourney.ts";
import { back, forward, type Journey, leave, type ListPlace, open, settle, type SheetPlace, showList, type } from "./place.ts";
import { createScrollKeeper, type ScrollKeeper } from "./scrollKeeper.ts";

type Step =
  | { step: "open"; sheet: SheetPlace }
  | { step: "showList"; list: ListPlace }
  | { step: "type"; text: string }
  | { step: "settle"; sheet: SheetPlace }
  | { step: "leave"; visit: number; instead?: SheetPlace | undefined }
  | { step: "back" }
  | { step: "forward" };

export interface Moves {
  open(sheet: SheetPlace): void;
  showList(list: ListPlace): void;
  type(text: string): void;
  settle(sheet: SheetPlace): void;
  leave(visit: number, instead?: SheetPlace): void;
  back(): void;
  forward(): void;
}

export interface Travel {
  journey: Journey;
  moves: Moves;
  scroll: ScrollKeeper;
}

export function useJourney(): Travel {
  const [journey, dispatch] = useReducer(next, null, keptJourney);
  useEffect(() => keepJourney(journey), [journey]);
  const [scroll] = useState(createScrollKeeper);
  const moves = useMemo<Moves>(() => {
    const take = (step: Step): void => {
      scroll.keep();
      dispatch(step);
    };
    return {
      open: (sheet) => take({ step: "open", sheet }),
      showList: (list) => take({ step: "showList", list }),
      type: (text) => take({ step: "type", text }),
      settle: (sheet) => dispatch({ step: "settle", sheet }),
      leave: (visit, instead) => dispatch({ step: "leave", visit, instead }),
      back: () => take({ step: "back" }),
      forward: () => take({ step: "forward" }),
    };
  }, [scroll]);
  return { journey, moves, scroll };
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
    case "leave":
      return leave(journey, action.visit, action.instead);
    case "back":
      return back(journey);
    case "forward":
      return forward(journey);
  }
}
