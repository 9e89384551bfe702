/** All notes: by colour, tag and document, those without a place among them. */
import { FileDown, FileInput } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlacedNote } from "../../archive/note.ts";
import { type NoteColour, noteColours } from "../../archive/noteColours.ts";
import { bridge } from "../bridge.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { Control } from "../frame/Control.tsx";
import { FailureText } from "../frame/FailureNote.tsx";
import { useLibrary } from "../library.ts";
import type { SheetPlace } from "../place.ts";
import { ListEnd } from "../shelf/ListEnd.tsx";
import { useGrowingList } from "../shelf/useGrowingList.ts";
import { ExportNotesDialog } from "./ExportNotesDialog.tsx";
import { NoteRow } from "./NoteRow.tsx";
import { placeOfNote } from "./noteSheet.ts";
import { useNotes } from "./noteStore.ts";
import { useNotesRoom } from "./NotesContext.ts";

interface NoteListProps {
  onOpen(sheet: SheetPlace): void;
  onSearch(text: string): void;
}

type Sort = NoteColour | "all" | "orphans";

export function NoteList({ onOpen, onSearch }: NoteListProps) {
  const { t } = useTranslation();
  const room = useNotesRoom();
  const notes = useNotes();
  const [wanted, setWanted] = useState<Sort>("all");
  const [tag, setTag] = useState("");
  const [document, setDocument] = useState("");
  const [isByDocument, setByDocument] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const bringIn = <Control icon={FileInput} name={t("notes.import")} onPress={() => void bridge.chooseImports("files")} />;
  const shown = inOrder(notes.filter((placed) => isOf(placed, wanted) && isIn(placed, tag, document)), isByDocument);
  const list = useGrowingList(shown.length, -1);
  if (notes.length === 0) {
    return (
      <>
        <h1 className="list-title">{t("notes.list")}</h1>
        <NoteTroubles />
        <p className="empty">{t("notes.none")}</p>
        <p className="empty">{t("notes.noneHow")}</p>
        <p className="note-acts">{bringIn}</p>
      </>
    );
  }
  const count = (sort: Sort): number => notes.filter((placed) => isOf(placed, sort)).length;
  const sorts: [Sort, string][] = [["all", t("notes.all")], ...noteColours.map((colour): [Sort, string] => [colour, room.names[colour]]), ["orphans", t("notes.orphans")]];
  return (
    <>
      <h1 className="list-title">{t("notes.list")}</h1>
      <NoteTroubles />
      <ul className="facets" aria-label={t("notes.filters")}>
        {sorts
          .filter(([sort]) => sort === "all" || sort === wanted || count(sort) > 0)
          .map(([sort, name]) => (
            <li key={sort}>
              <button type="button" className="pill" aria-pressed={sort === wanted} onClick={() => setWanted(sort)}>
                {name} <span className="count">{count(sort)}</span>
              </button>
            </li>
          ))}
      </ul>
      <Filters notes={notes} tag={tag} onTag={setTag} document={document} onDocument={setDocument} isByDocument={isByDocument} onOrder={setByDocument} />
      <p className="summary note-summary">
        <span role="status">{shown.length === 0 ? t("notes.noneFiltered") : t("notes.count", { count: shown.length })}</span>
        <button type="button" className="text-link" onClick={() => onSearch(`type:${t("search.typeNote")} `)}>
          {t("notes.search")}
        </button>
      </p>
      <p className="note-acts">
        <Control icon={FileDown} name={t("notes.export")} isDisabled={shown.length === 0} onPress={() => setExporting(true)} />
        {bringIn}
      </p>
      <ExportNotesDialog isOpen={isExporting} ids={shown.map(({ note }) => note.id)} onClose={() => setExporting(false)} />
      <ul>
        {shown.slice(0, list.shown).map((placed) => (
          <NoteRow
            key={placed.note.id}
            placed={placed}
            onOpen={(row) => {
              const place = placeOfNote(placed);
              if (place) onOpen(place);
              else room.open(placed.note.id, row);
            }}
            onEdit={(row) => room.open(placed.note.id, row)}
          />
        ))}
      </ul>
      {list.shown < shown.length && <ListEnd list={list} />}
    </>
  );
}

/** What was found wrong with files of notes. */
function NoteTroubles() {
  const troubles = useLibrary().troubles.filter(({ file }) => file?.startsWith("notes/"));
  return troubles.map((failure) => (
    <div key={failure.file} className="note-trouble" role="status">
      <FailureText failure={failure} />
    </div>
  ));
}

interface FiltersProps {
  notes: readonly PlacedNote[];
  tag: string;
  onTag(tag: string): void;
  document: string;
  onDocument(id: string): void;
  isByDocument: boolean;
  onOrder(isByDocument: boolean): void;
}

function Filters({ notes, tag, onTag, document, onDocument, isByDocument, onOrder }: FiltersProps) {
  const { t } = useTranslation();
  const shown = useShownTitle();
  const library = useLibrary();
  const ids = { tag: useId(), document: useId(), order: useId() };
  const tags = [...new Set(notes.flatMap(({ note }) => note.tags))].toSorted((a, b) => a.localeCompare(b));
  const documents = new Map(notes.map(({ note: { target, source } }) => [target.document, library.document(target.document)?.title ?? source.title]));
  return (
    <div className="note-filters">
      {tags.length > 0 && (
        <>
          <label htmlFor={ids.tag} className="visually-hidden">
            {t("notes.ofTag")}
          </label>
          <select id={ids.tag} value={tag} onChange={({ target }) => onTag(target.value)}>
            <option value="">{t("notes.anyTag")}</option>
            {tags.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </>
      )}
      {documents.size > 1 && (
        <>
          <label htmlFor={ids.document} className="visually-hidden">
            {t("notes.ofDocument")}
          </label>
          <select id={ids.document} value={document} onChange={({ target }) => onDocument(target.value)}>
            <option value="">{t("notes.anyDocument")}</option>
            {Array.from(documents, ([id, title]) => (
              <option key={id} value={id}>
                {shown(title, id)}
              </option>
            ))}
          </select>
        </>
      )}
      <label htmlFor={ids.order} className="visually-hidden">
        {t("notes.order")}
      </label>
      <select id={ids.order} value={isByDocument ? "document" : "change"} onChange={({ target }) => onOrder(target.value === "document")}>
        <option value="change">{t("notes.byChange")}</option>
        <option value="document">{t("notes.byDocument")}</option>
      </select>
    </div>
  );
}

function isOf({ note, place }: PlacedNote, sort: Sort): boolean {
  return sort === "all" || (sort === "orphans" ? place === null : note.colour === sort);
}

function isIn({ note }: PlacedNote, tag: string, document: string): boolean {
  return (tag === "" || note.tags.includes(tag)) && (document === "" || note.target.document === document);
}

/** Notes come latest first; by document, they stand as they are read. */
function inOrder(notes: readonly PlacedNote[], isByDocument: boolean): readonly PlacedNote[] {
  if (!isByDocument) return notes;
  const keyOf = ({ note: { target }, place }: PlacedNote): [string, string, number] => [target.document, place?.passage ?? target.passage, place?.position.start ?? target.position.start];
  return notes.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a[0].localeCompare(b[0]) || a[1].localeCompare(b[1], "en", { numeric: true }) || a[2] - b[2];
  });
}
