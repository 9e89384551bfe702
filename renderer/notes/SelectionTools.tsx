/** A small bar by what is selected: four colours, a note, a quotation. It takes nothing from the selection, and the keyboard only when asked to. */
import { MessageSquarePlus, Quote, TextQuote } from "lucide-react";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { Button, Toolbar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type NoteColour, noteColours } from "../../archive/noteColours.ts";
import { Control } from "../frame/Control.tsx";
import { Tip } from "../frame/Tip.tsx";
import { Swatch } from "./ColourChoice.tsx";
import { headingOfSelection } from "./selectByKeys.ts";

interface SelectionToolsProps {
  names: Record<NoteColour, string>;
  /** Of the selection, in the window. */
  box: DOMRect;
  /** Came by the keyboard, which goes on in it. */
  takesFocus: boolean;
  onColour(colour: NoteColour): void;
  onWrite(): void;
  onCopy(): void;
  onCite(): void;
  /** Another paragraph, or more words or fewer. */
  onMove(move: "next" | "previous" | "more" | "fewer"): void;
  onClose(): void;
}

/** Room for the bar, in CSS pixels. */
const height = 44;
const width = 330;

export function SelectionTools({ names, box, takesFocus, onColour, onWrite, onCopy, onCite, onMove, onClose }: SelectionToolsProps) {
  const { t } = useTranslation();
  const bar = useRef<HTMLElement>(null);
  // In the same stroke as the bar goes, so that a dialog which opens from it knows where to give the focus back.
  useLayoutEffect(
    function takeFocus() {
      if (!takesFocus) return;
      const element = bar.current;
      const before = document.activeElement === document.body ? headingOfSelection() : document.activeElement;
      element?.querySelector("button")?.focus();
      return () => {
        if (element?.contains(document.activeElement) && before instanceof HTMLElement) before.focus({ preventScroll: true });
      };
    },
    [takesFocus],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, Parameters<typeof onMove>[0]> = event.shiftKey ? { ArrowRight: "more", ArrowLeft: "fewer" } : { ArrowDown: "next", ArrowUp: "previous" };
    const move = moves[event.key];
    if (event.key === "Escape") onClose();
    else if (move && takesFocus) onMove(move);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const top = box.top > height + 64 ? box.top - height - 6 : Math.min(box.bottom + 6, window.innerHeight - height - 8);
  const left = Math.max(8, Math.min(box.left + box.width / 2 - width / 2, window.innerWidth - width - 8));
  return (
    // A press would take the selection away; keys choose what is selected.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={bar} aria-label={t("notes.tools")} className="selection-tools" style={{ top, left }} onMouseDown={(event) => event.preventDefault()} onKeyDownCapture={onKeyDown}>
      <Toolbar aria-label={t("notes.tools")} className="tools">
        {noteColours.map((colour) => (
          <Tip key={colour} name={names[colour]} delay={400}>
            <Button className="control" aria-label={t("notes.highlight", { name: names[colour] })} onPress={() => onColour(colour)}>
              <Swatch colour={colour} />
            </Button>
          </Tip>
        ))}
        <span className="part" />
        <Control icon={MessageSquarePlus} name={t("notes.write")} iconOnly onPress={onWrite} />
        <Control icon={TextQuote} name={t("notes.copyQuote")} iconOnly onPress={onCopy} />
        <Control icon={Quote} name={t("notes.cite")} iconOnly onPress={onCite} />
      </Toolbar>
      {takesFocus && (
        <p className="visually-hidden" role="status">
          {t("notes.keys")}
        </p>
      )}
    </section>
  );
}
