/**
 * A document's card: what was understood of it, each part correctable and kept as soon as it is left. Reached from an import's report, one
 * document after the other, or from the document itself.
 */
import { BookOpen, ChevronDown, ChevronUp, Trash2, Undo2 } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ImportItem } from "../../archive/draft.ts";
import type { DocumentHead } from "../../archive/model.ts";
import { Control } from "../frame/Control.tsx";
import { FailureNote, FailureText } from "../frame/FailureNote.tsx";
import { useActions } from "../keys/actionHandlers.ts";
import { useNameWithKeys } from "../keys/shortcuts.ts";
import { useLibrary } from "../library.ts";
import { CopyDocument } from "../linking/CopyDocument.tsx";
import { ChoiceField } from "./ChoiceField.tsx";
import { CommitField } from "./CommitField.tsx";
import { DateField } from "./DateField.tsx";
import { LetterSections } from "./LetterSections.tsx";
import { detailIn, sortNotes } from "./notes.ts";
import { type Corrections, useCorrections } from "./useCorrections.ts";
import { useImportReport } from "./useImportReport.ts";
import "./report.css";
import "./card.css";

interface CardSheetProps {
  /** The document's. */
  id: string;
  /** The import that is being looked over; null when the card was reached from the document. */
  imported: string | null;
  /** Places the controls. */
  toolbar(controls: ReactNode): ReactNode;
  onCard(id: string): void;
  onRead(head: DocumentHead): void;
  /** `next` is the document to look over after it. */
  onRemove(head: DocumentHead, next: string | null): void;
}

export function CardSheet({ id, imported, toolbar, onCard, onRead, onRemove }: CardSheetProps) {
  const { t } = useTranslation();
  const library = useLibrary();
  const report = useImportReport(imported);
  const items = report.state === "value" ? report.items : none;
  const reviewed = useMemo(() => addedIn(items).filter((each) => library.document(each)), [items, library]);
  const at = reviewed.indexOf(id);
  const previous = at > 0 ? (reviewed[at - 1] ?? null) : null;
  const next = at >= 0 ? (reviewed[at + 1] ?? null) : null;
  const head = library.document(id);
  const withKeys = useNameWithKeys();
  const leaveFor = (to: string | null) => (): void => {
    // What is being typed is kept as its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (to !== null) onCard(to);
  };
  useActions({ nextCard: leaveFor(next), previousCard: leaveFor(previous) });
  const controls = head && (
    <>
      {at >= 0 && (
        <>
          <span className="count card-position">{t("card.position", { number: at + 1, count: reviewed.length })}</span>
          <Control icon={ChevronUp} name={withKeys(t("actions.previousCard"), "previousCard")} iconOnly isDisabled={previous === null} onPress={() => previous !== null && onCard(previous)} />
          <Control icon={ChevronDown} name={withKeys(t("actions.nextCard"), "nextCard")} iconOnly isDisabled={next === null} onPress={() => next !== null && onCard(next)} />
        </>
      )}
      <Control icon={BookOpen} name={head.kind === "letter" ? t("card.readLetter") : t("card.readReport")} iconOnly onPress={() => onRead(head)} />
      <CopyDocument head={head} />
      <Control icon={Trash2} name={t("bin.remove")} iconOnly onPress={() => onRemove(head, next ?? previous)} />
    </>
  );
  return (
    <>
      {toolbar(controls)}
      <div className="sheet-scroller">
        {head && library.isImported(id) ? (
          <Card key={id} head={head} item={items.find((item) => item.document === id)} />
        ) : (
          <FailureNote failure={{ code: "unknown-document", subject: id }} />
        )}
      </div>
    </>
  );
}

const none: ImportItem[] = [];

/** Each once, in the order of the report. */
function addedIn(items: readonly ImportItem[]): string[] {
  return [...new Set(items.flatMap(({ status, document }) => (status === "added" && document !== null ? [document] : [])))];
}

function Card({ head, item }: { head: DocumentHead; item: ImportItem | undefined }) {
  const { t } = useTranslation();
  const { allCollections } = useLibrary();
  const corrections = useCorrections(head.id);
  return (
    <article className="card">
      <header>
        <p className="rubric">{t("card.name")}</p>
        <h1 tabIndex={-1}>{head.kind === "letter" ? t("card.letterTitle") : t("card.reportTitle")}</h1>
        <p className="meta">{t("card.intro")}</p>
      </header>
      <Saying corrections={corrections} />
      {item && item.notes.length > 0 && <Noted item={item} />}
      <div key={corrections.resets} className="fields">
        <CommitField
          label={t("card.title")}
          className="wide"
          value={head.title}
          check={(text) => (text === "" ? t("card.titleNeeded") : null)}
          onCommit={(title) => void corrections.card({ title })}
        />
        <DateField value={head.date} onCommit={(date) => void corrections.card({ date })} />
        <ChoiceField label={t("card.collection")} options={allCollections} value={head.collection} onCommit={(collection) => collection !== null && void corrections.card({ collection })} />
        <CommitField
          label={t("card.authors")}
          className="wide"
          value={head.authors.join(", ")}
          placeholder={t("card.authorsPlaceholder")}
          onCommit={(text) => void corrections.card({ authors: text.split(",").map((name) => name.trim()).filter((name) => name !== "") })}
        />
      </div>
      {head.kind === "letter" && <LetterSections head={head} corrections={corrections} />}
    </article>
  );
}

/** Whether the last correction is kept, and the way back. It has its place before there is anything to say, so that nothing jumps. */
function Saying({ corrections: { state, failure, undoable, undo } }: { corrections: Corrections }) {
  const { t } = useTranslation();
  const said = { idle: "", keeping: t("card.keeping"), kept: t("card.kept"), undone: t("card.undone") };
  return (
    <div className="saying">
      <p role="status">{said[state]}</p>
      <Control icon={Undo2} name={t("card.undo")} isDisabled={undoable === 0} onPress={() => void undo()} />
      {failure && (
        <div className="why" role="alert">
          <FailureText failure={failure} />
        </div>
      )}
    </div>
  );
}

function Noted({ item }: { item: ImportItem }) {
  const { t } = useTranslation();
  const { doubts } = sortNotes(item.notes);
  if (doubts.length === 0) return null;
  return (
    <section className="noted" aria-labelledby="card-doubts">
      <h2 id="card-doubts" className="label">
        {t("card.doubts")}
      </h2>
      <ul>
        {doubts.map((note, index) => (
          // Notes never change place, and may be alike.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>{t(`note.${note.code}`, { detail: detailIn(note) })}</li>
        ))}
      </ul>
    </section>
  );
}
