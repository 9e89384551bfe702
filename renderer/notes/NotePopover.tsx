/** The note that is open, beside its sign or where it was pressed. */
import { useRef } from "react";
import { Dialog, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { NoteEditor } from "./NoteEditor.tsx";
import { useNotes } from "./noteStore.ts";

export interface OpenNote {
  id: string;
  /** What it opens beside, in the window. */
  box: DOMRect;
}

interface NotePopoverProps {
  open: OpenNote | null;
  onClose(): void;
}

export function NotePopover({ open, onClose }: NotePopoverProps) {
  const { t } = useTranslation();
  const anchor = useRef<HTMLSpanElement>(null);
  const placed = useNotes().find(({ note }) => note.id === open?.id);
  if (!open || !placed) return null;
  const { left, top, width, height } = open.box;
  return (
    <>
      <span ref={anchor} className="note-anchor" style={{ left, top, width, height }} />
      <Popover className="popover note-popover" triggerRef={anchor} placement="bottom" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Dialog aria-label={t("notes.edit")} className="note-dialog">
          <NoteEditor key={open.id} placed={placed} onClose={onClose} />
        </Dialog>
      </Popover>
    </>
  );
}
