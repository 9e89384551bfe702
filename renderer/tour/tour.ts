/** The tour of the interface: its steps, what each stands beside, and how views that offer it begin it. */
import { createContext, useContext } from "react";

export type StepName = "lists" | "search" | "letter" | "beside" | "comfort" | "import";

interface Step {
  name: StepName;
  /** What it stands beside; the first that is there. */
  anchors: readonly string[];
  /** Which side of the house must be seen where there is room for one only. */
  front: "list" | "sheet";
}

const steps: readonly Step[] = [
  { name: "lists", anchors: [".rail > ul"], front: "list" },
  { name: "search", anchors: [".search-box"], front: "list" },
  { name: "letter", anchors: [".sheet .letter h1"], front: "sheet" },
  { name: "beside", anchors: [".sheet .letter .report-card", ".sheet .letter a[href^='relire:']", ".sheet .letter h1"], front: "sheet" },
  { name: "comfort", anchors: ["[data-tour='comfort']"], front: "sheet" },
  { name: "import", anchors: [".rail .foot .entry"], front: "list" },
];

/** The steps; without a letter to show, those that need one are left out. */
export function tourSteps(hasLetter: boolean): readonly Step[] {
  return hasLetter ? steps : steps.filter(({ front }) => front === "list");
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
