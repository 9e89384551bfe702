/** The tour of the interface: its steps, what each stands beside, and how views that offer it begin it. */
import { createContext, useContext } from "react";
import type { SheetPlace } from "../place.ts";

export type StepName = "lists" | "search" | "letter" | "beside" | "comfort" | "import";

interface Step {
  name: StepName;
  /** What it stands beside; the first that is there. */
  anchors: readonly string[];
  /** What has to be on screen. */
  shows: "list" | "letter" | "report";
}

/** What is shown on the way. */
export interface TourExample {
  letter: string;
  /** A report that the letter cites; null when no letter cites any. */
  report: Extract<SheetPlace, { kind: "report" }> | null;
}

const lists: Step = { name: "lists", anchors: [".rail > ul"], shows: "list" };
const search: Step = { name: "search", anchors: [".search-box"], shows: "list" };
const letter: Step = { name: "letter", anchors: [".sheet .letter h1"], shows: "letter" };
const beside: Step = { name: "beside", anchors: [".sheet .report-tools"], shows: "report" };
const besideUnseen: Step = { name: "beside", anchors: [".sheet .letter a[href^='relire:']", ".sheet .letter h1"], shows: "letter" };
const comfort: Step = { name: "comfort", anchors: ["[data-tour='comfort']"], shows: "letter" };
const importing: Step = { name: "import", anchors: [".rail .foot .entry"], shows: "list" };

/** The steps; without a letter to show, those that need one are left out, and without a report one is only told of. */
export function tourSteps({ hasLetter, hasReport }: { hasLetter: boolean; hasReport: boolean }): readonly Step[] {
  return hasLetter ? [lists, search, letter, hasReport ? beside : besideUnseen, comfort, importing] : [lists, search, importing];
}

export interface TourOffer {
  /** Whether this person was never asked. */
  isNew: boolean;
  take(): void;
  later(): void;
}

export const TourContext = createContext<TourOffer | null>(null);

/** The offer; only below App's provider. */
export function useTourOffer(): TourOffer {
  const offer = useContext(TourContext);
  if (!offer) throw new Error("useTourOffer outside of its provider");
  return offer;
}
