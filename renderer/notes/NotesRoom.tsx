/** Where notes are made, opened and quoted, whatever text they are about: the bar by a selection, the note that is open, the dialog of quotations. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import type { NoteTarget } from "../../archive/note.ts";
import type { NoteColour } from "../../archive/noteColours.ts";
import { giveFailure, giveNotice } from "../import/notices.tsx";
import type { SettingsState } from "../useSettings.ts";
import { useColourNames } from "./colourNames.ts";
import "./notes.css";
import { NotePopover, type OpenNote } from "./NotePopover.tsx";
import { flushSavers } from "./NoteSaver.ts";
import { NotesContext, type NotesRoomCalls } from "./NotesContext.ts";
import { keepNote, notesNow } from "./noteStore.ts";
import { QuoteDialog, type Quoted } from "./QuoteDialog.tsx";
import { extendSelection, selectParagraph, showSelection } from "./selectByKeys.ts";
import type { Selected } from "./selectedParts.ts";
import { SelectionTools } from "./SelectionTools.tsx";
import { nameSigns, noteAt } from "./shownParts.ts";
import { useActions } from "../keys/actionHandlers.ts";
import { useQuoting } from "./useQuoting.ts";
import { useSelected } from "./useSelected.ts";

interface NotesRoomProps {
  settings: SettingsState;
  onGather(meant: { passage: string; note: string }): void;
  children: ReactNode;
}

export function NotesRoom({ settings, onGather, children }: NotesRoomProps) {
  const { t } = useTranslation();
  const names = useColourNames(settings.settings.noteNames);
  const [seen, look, forget] = useSelected();
  const [open, setOpen] = useState<OpenNote | null>(null);
  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const lastColour = useRef<NoteColour>("keep");
  const fail = useCallback((failure: Failure) => giveFailure(t, failure, failure.subject ?? t("notes.edit")), [t]);
  const copy = useQuoting(settings.settings, fail);
  const calls = useMemo<NotesRoomCalls>(
    () => ({
      names,
      open: (id, by) => setOpen({ id, box: by.getBoundingClientRect() }),
      cite: (passage, words) => setQuoted({ passage, words }),
      gather: ({ note, place }) => onGather({ passage: place?.passage ?? note.target.passage, note: note.id }),
      copyQuote: copy,
    }),
    [names, copy, onGather],
  );

  const mark = async (selected: Selected, colour: NoteColour, isWritten: boolean, byKeys: boolean): Promise<void> => {
    lastColour.current = colour;
    document.getSelection()?.removeAllRanges();
    forget();
    const ids: string[] = [];
    for (const target of selected.targets) {
      const answer = await keepNote(draftOf(target, colour));
      if (!answer.ok) return fail(answer.failure);
      ids.push(answer.value.id);
    }
    const [first] = ids;
    if (first === undefined) return;
    // The bar that had the focus is gone: the note gives it back to its sign.
    if (isWritten || byKeys) document.querySelector<HTMLElement>(`.note-sign[data-note="${first}"]`)?.focus({ preventScroll: isWritten });
    if (isWritten) setOpen({ id: first, box: selected.box });
  };
  const copySelected = ({ targets: [target], words }: Selected): void => {
    if (target) copy(target.passage, words);
  };

  useActions({
    highlight() {
      showSelection();
      if (!look(true) && !(selectParagraph("first") && look(true))) giveNotice({ text: t("notes.select") });
    },
    quote() {
      const now = look(false);
      if (now) copySelected(now.selected);
      else giveNotice({ text: t("notes.select") });
    },
  });
  useEffect(
    function nameTheSigns() {
      const nameOf = ({ colour, text, target }: { colour: NoteColour; text: string; target: NoteTarget }) => t("notes.sign", { name: names[colour], text: (text || target.quote.exact).slice(0, 120) });
      return nameSigns({ nameOf, open: (id, sign) => setOpen({ id, box: sign.getBoundingClientRect() }) });
    },
    [names, t],
  );
  useEffect(function openOnPress() {
    document.addEventListener("click", onClick);
    window.addEventListener("pagehide", flushSavers);
    return () => {
      document.removeEventListener("click", onClick);
      window.removeEventListener("pagehide", flushSavers);
    };
    function onClick({ target, clientX, clientY }: MouseEvent): void {
      const isText = target instanceof Element && target.closest(".prose, .textLayer") !== null && target.closest("a, button") === null;
      if (!isText || !document.getSelection()?.isCollapsed) return;
      const note = noteAt(clientX, clientY);
      if (note) setOpen({ id: note.placed.note.id, box: new DOMRect(clientX, clientY - 8, 1, 16) });
    }
  }, []);

  return (
    <NotesContext value={calls}>
      {children}
      {seen && !open && !quoted && (
        <SelectionTools
          names={names}
          box={seen.selected.box}
          takesFocus={seen.byKeys}
          onColour={(colour) => void mark(seen.selected, colour, false, seen.byKeys)}
          onWrite={() => void mark(seen.selected, lastColour.current, true, seen.byKeys)}
          onCopy={() => copySelected(seen.selected)}
          onCite={() => setQuoted({ passage: seen.selected.targets[0]?.passage ?? "", words: seen.selected.words })}
          onMove={(move) => {
            if (move === "next" || move === "previous") selectParagraph(move);
            else extendSelection(move);
            look(true);
          }}
          onClose={forget}
        />
      )}
      <NotePopover open={open} onClose={() => setOpen(null)} />
      <QuoteDialog quoted={quoted} settings={settings} onClose={() => setQuoted(null)} />
    </NotesContext>
  );
}

/** The same words marked again change their colour. */
function draftOf(target: NoteTarget, colour: NoteColour): Parameters<typeof keepNote>[0] {
  const same = notesNow().find(({ place }) => place?.passage === target.passage && place.quote.exact === target.quote.exact && place.quote.prefix === target.quote.prefix);
  if (!same) return { id: crypto.randomUUID(), revision: 0, target, colour, text: "", tags: [] };
  const { id, revision, text, tags } = same.note;
  return { id, revision, target: same.note.target, colour, text, tags };
}
