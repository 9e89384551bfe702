/** One note of the list: what was written, the words it is about, where they are. */
import { PencilLine } from "lucide-react";
import { memo, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { PlacedNote } from "../../archive/note.ts";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { useLibrary } from "../library.ts";
import { Swatch } from "./ColourChoice.tsx";
import { useNotesRoom } from "./NotesContext.ts";
import { sourceOf } from "./sourceOf.ts";

interface NoteRowProps {
  placed: PlacedNote;
  /** Goes to its words; one without a place opens. */
  onOpen(row: Element): void;
  onEdit(row: Element): void;
}

export const NoteRow = memo(function NoteRow({ placed: { note, place }, onOpen, onEdit }: NoteRowProps) {
  const { t } = useTranslation();
  const library = useLibrary();
  const { names } = useNotesRoom();
  const shown = useShownTitle();
  const words = place?.quote.exact ?? note.target.quote.exact;
  const press = (then: (row: Element) => void) => ({ currentTarget }: MouseEvent): void => then(currentTarget);
  return (
    <li className="note-row">
      <button type="button" className="row" onClick={press(onOpen)}>
        <span className="first">
          <Swatch colour={note.colour} />
          <span className="visually-hidden">{names[note.colour]}</span>
          <span className="aside">{sourceOf(note, place, library, t, shown)}</span>
        </span>
        {note.text !== "" && <span className="written">{note.text}</span>}
        <span className="about words">
          <ShownTitle text={words} language={library.languageOf(note.target.document)} />
        </span>
        {(note.tags.length > 0 || !place?.isExact) && (
          <span className="about">
            {!place && <span className="badge closed">{library.document(note.target.document) ? t("notes.orphan") : t("notes.documentGone")}</span>}
            {place && !place.isExact && <span className="badge">{t("notes.moved")}</span>}
            {note.tags.map((tag) => (
              <span key={tag} className="badge">
                {tag}
              </span>
            ))}
          </span>
        )}
      </button>
      <button type="button" className="edit" aria-label={`${t("notes.edit")} : ${(note.text || words).slice(0, 60)}`} title={t("notes.edit")} onClick={press(onEdit)}>
        <PencilLine className="icon" aria-hidden />
      </button>
    </li>
  );
});
