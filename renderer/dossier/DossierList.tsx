/** The dossiers in the list's column, those in the archive apart; and the way to begin one. */
import { FolderPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DossierHead } from "../../archive/dossier.ts";
import { bridge } from "../bridge.ts";
import { FailureNote } from "../frame/FailureNote.tsx";
import { giveFailure } from "../import/notices.tsx";
import { Row } from "../shelf/Row.tsx";
import { momentInWords } from "../words/dates.ts";
import { useDossiers } from "./useDossiers.ts";

interface DossierListProps {
  /** Id of the dossier in the sheet. */
  current: string | null;
  onOpen(id: string): void;
}

export function DossierList({ current, onOpen }: DossierListProps) {
  const { t } = useTranslation();
  const asked = useDossiers();
  const heads = asked.state === "value" ? asked.value : [];
  const archived = heads.filter(({ archivedAt }) => archivedAt !== null);
  const make = async (): Promise<void> => {
    const made = await bridge.makeDossier(t("dossier.newTitle"));
    if (made.ok) onOpen(made.value.id);
    else giveFailure(t, made.failure, t("dossier.newTitle"));
  };
  return (
    <>
      <h1 className="list-title">{t("dossier.list")}</h1>
      <p className="import-actions">
        <button type="button" className="control outlined" onClick={() => void make()}>
          <FolderPlus className="icon" aria-hidden />
          {t("dossier.new")}
        </button>
      </p>
      {asked.state === "failure" && <FailureNote failure={asked.failure} />}
      {asked.state === "value" && heads.length === 0 && (
        <div className="empty">
          <p>{t("dossier.none")}</p>
          <p>{t("dossier.noneNext")}</p>
        </div>
      )}
      <Heads heads={heads.filter(({ archivedAt }) => archivedAt === null)} current={current} onOpen={onOpen} />
      {archived.length > 0 && <h2 className="label">{t("dossier.archived")}</h2>}
      <Heads heads={archived} current={current} onOpen={onOpen} />
    </>
  );
}

function Heads({ heads, current, onOpen }: DossierListProps & { heads: DossierHead[] }) {
  const { t, i18n } = useTranslation();
  return (
    <ul>
      {heads.map(({ id, title, items, changedAt, isReceived }) => (
        <Row
          key={id}
          title={title}
          badge={isReceived ? t("dossier.waits") : null}
          about={`${t("dossier.items", { count: items })} · ${momentInWords(changedAt, i18n.language)}`}
          isCurrent={id === current}
          onOpen={() => onOpen(id)}
        />
      ))}
    </ul>
  );
}
