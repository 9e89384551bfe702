/**
 * A few words beside each of the main places, one after the other. It shows a letter and a report that it cites on the way, puts everything back at the end, and ends by
 * Escape or a click elsewhere at any time; the focus then is where it was.
 */
import { useEffect, useRef, useState } from "react";
import { Button, Dialog, Heading, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import { useRoom } from "../frame/useRoom.ts";
import type { Library } from "../library.ts";
import { documentPlace, type Place, type SheetPlace } from "../place.ts";
import type { Moves } from "../useJourney.ts";
import { type StepName, type TourExample, tourSteps } from "./tour.ts";
import "./tour.css";
import { useAnchor } from "./useAnchor.ts";
import { useTourExample } from "./useTourExample.ts";

interface TourProps {
  /** Where one is. */
  place: Place;
  moves: Moves;
  library: Library;
  /** Ids of collections that are not shown. */
  hidden: readonly string[];
  onEnd(): void;
}

export function Tour({ place, moves, library, hidden, onEnd }: TourProps) {
  const { t } = useTranslation();
  const words = useStepWords();
  const room = useRoom();
  const example = useTourExample(library, hidden);
  const steps = tourSteps({ hasLetter: library.letters.length > 0, hasReport: example?.report !== null });
  const [at, setAt] = useState(0);
  const step = steps[at] ?? steps[0];
  const anchor = useAnchor(step?.anchors ?? []);
  const next = useRef<HTMLButtonElement>(null);
  /** Moves made on the way, to be taken back. */
  const made = useRef(0);
  useEffect(function arrive() {
    const move = (go: () => void): void => {
      made.current++;
      go();
    };
    const sheet = step && step.shows !== "list" && step.shows !== place.sheet.kind ? sheetFor(step.shows, example) : null;
    if (sheet) move(() => moves.open(sheet));
    else if (room === "single" && step?.shows === place.sheet.kind && place.front === "list") move(() => moves.open(place.sheet));
    else if (room === "single" && step?.shows === "list" && place.front === "sheet") move(() => moves.showList(place.list));
  });
  useEffect(focusAfterwards, []);
  const end = (): void => {
    for (; made.current > 0; made.current--) moves.back();
    onEnd();
  };
  const goBack = (): void => {
    // The button that was pressed is gone from the first step.
    if (at === 1) next.current?.focus();
    setAt(at - 1);
  };
  if (!step || !anchor) return null;
  const { title, text } = words[step.name];
  const isLast = at === steps.length - 1;
  return (
    <Popover className="popover tour" triggerRef={{ current: anchor }} isOpen onOpenChange={(isOpen) => !isOpen && end()} placement={step.shows === "list" && room !== "single" ? "right top" : "bottom"} offset={10}>
      <Dialog className="tour-step">
        <div aria-live="polite" aria-atomic>
          <p className="label">{t("tour.position", { number: at + 1, count: steps.length })}</p>
          <Heading slot="title">{title}</Heading>
          <p>{text}</p>
        </div>
        <div className="actions">
          {!isLast && (
            <Button className="text-link" onPress={end}>
              {t("tour.skip")}
            </Button>
          )}
          {at > 0 && <Control name={t("tour.previous")} look="outlined" onPress={goBack} />}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- what leads on, in a dialog that one asked for (ARIA Authoring Practices, dialog) */}
          <Control ref={next} name={isLast ? t("tour.end") : t("tour.next")} look="primary" autoFocus onPress={isLast ? end : () => setAt(at + 1)} />
        </div>
      </Dialog>
    </Popover>
  );
}

/** Null until it is known. */
function sheetFor(kind: "letter" | "report", example: TourExample | null): SheetPlace | null {
  if (kind === "report") return example?.report ?? null;
  return example && documentPlace("letter", example.letter);
}

/** Once all is put back: where the focus was, or else the search box, from which one can begin. */
function focusAfterwards(): () => void {
  const before = document.activeElement;
  return () => {
    const restore = (): void => {
      if (document.activeElement !== document.body) return;
      const places = [before, document.querySelector(".search-box input"), document.querySelector(".sheet h1[tabindex]")];
      places.find((place): place is HTMLElement => place instanceof HTMLElement && place !== document.body && place.isConnected)?.focus();
    };
    // The popover gives the focus back a frame after it went.
    requestAnimationFrame(() => requestAnimationFrame(restore));
  };
}

function useStepWords(): Record<StepName, { title: string; text: string }> {
  const { t } = useTranslation();
  return {
    lists: { title: t("tour.lists"), text: t("tour.listsText") },
    search: { title: t("tour.search"), text: t("tour.searchText") },
    letter: { title: t("tour.letter"), text: t("tour.letterText") },
    beside: { title: t("tour.beside"), text: t("tour.besideText") },
    comfort: { title: t("tour.comfort"), text: t("tour.comfortText") },
    import: { title: t("tour.import"), text: t("tour.importText") },
  };
}
