/** One file of an import's report. */
import { CircleAlert, CircleCheck, CircleEqual, LockKeyhole, PencilLine } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ImportItem, ImportNote } from "../../archive/draft.ts";
import { bridge } from "../bridge.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { Control } from "../frame/Control.tsx";
import { FailureText } from "../frame/FailureNote.tsx";
import { useLibrary } from "../library.ts";
import { dateInWords } from "../words/dates.ts";
import { detailIn, lastName, sortNotes } from "./notes.ts";

export interface ReportItemProps {
  item: ImportItem;
  /** Id of the import. */
  of: string;
  /** The library may not know yet of what the import added. */
  isRecent: boolean;
  onOpen(kind: "letter" | "report", id: string): void;
  /** Opens the document's card, to look over what was understood. */
  onCard(id: string): void;
}

const icons = { added: CircleCheck, unchanged: CircleEqual, failed: CircleAlert };

export const ReportItem = memo(function ReportItem({ item, of, isRecent, onOpen, onCard }: ReportItemProps) {
  const { t } = useTranslation();
  const shown = useShownTitle();
  const { status, file, document, failure } = item;
  const Icon = icons[status];
  const head = useLibrary().document(document ?? "");
  const statuses = { added: t("imports.statusAdded"), unchanged: t("imports.statusUnchanged"), failed: t("imports.statusFailed") };
  const { doubts, changes } = sortNotes(item.notes);
  return (
    <li className={`item ${status}`}>
      <Icon className="icon" aria-hidden />
      <div className="told">
        <p className="title">
          <span className="visually-hidden">{statuses[status]} </span>
          {head ? (
            <button type="button" onClick={() => onOpen(head.kind, head.id)}>
              {shown(head.title, head.id)}
            </button>
          ) : (
            <span>{item.title === null ? lastName(file) : shown(item.title, document ?? "")}</span>
          )}
          {item.revision !== null && item.revision > 1 && status === "added" && <span className="badge">{t("imports.revision", { number: item.revision })}</span>}
        </p>
        {/* What is no document (a dossier, notes) has neither date nor sections. */}
        {status !== "failed" && item.kind !== null && <Understood item={item} isGone={head === undefined && !isRecent} />}
        <p className="file">{file}</p>
        {failure && (
          <div className="why">
            <FailureText failure={{ ...failure, title: failure.title ?? lastName(file) }} />
          </div>
        )}
        {doubts.length > 0 && <Notes notes={doubts} title={t("imports.doubts", { count: doubts.length })} />}
        {changes.length > 0 && <Notes notes={changes} title={t("imports.changes", { count: changes.length })} />}
      </div>
      {failure?.code === "report-locked" && <Control icon={LockKeyhole} name={t("password.give")} onPress={() => void bridge.askPassword({ import: of, file })} />}
      {head && status === "added" && (
        <Control icon={PencilLine} name={t("imports.review")} onPress={() => onCard(head.id)} aria-label={t("imports.reviewOf", { title: shown(head.title, head.id) })} />
      )}
    </li>
  );
});

/** As the document is now, should it have been corrected since. */
function Understood({ item, isGone }: { item: ImportItem; isGone: boolean }) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const head = library.document(item.document ?? "");
  const collection = head?.collection ?? item.collection;
  const size =
    item.kind === "report" ? t("shelf.pages", { count: item.pages ?? 0 }) : t("imports.sections", { count: head?.kind === "letter" ? head.sections.length : item.sections.length });
  const parts = [library.collection(collection ?? "")?.title ?? collection, dateInWords(head ? head.date : item.date, i18n.language), size];
  return (
    <p className="about">
      {parts.filter((part) => part !== null).join(" · ")}
      {isGone && ` · ${t("imports.gone")}`}
    </p>
  );
}

function Notes({ notes, title }: { notes: ImportNote[]; title: string }) {
  const { t } = useTranslation();
  return (
    <details className="notes">
      <summary>{title}</summary>
      <ul>
        {notes.map((note, index) => (
          // Notes never change place, and may be alike.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>{t(`note.${note.code}`, { detail: detailIn(note) })}</li>
        ))}
      </ul>
    </details>
  );
}
