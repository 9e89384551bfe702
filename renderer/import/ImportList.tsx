/** The imports kept, latest first, in the list's column; and the way to the bin. */
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ImportHead } from "../bridge.ts";
import { Row } from "../shelf/Row.tsx";
import { momentInWords } from "../words/dates.ts";
import { ImportButton } from "./ImportMenu.tsx";
import { useKept, useRunning } from "./importsStore.ts";
import { useCountsInWords } from "./useCountsInWords.ts";
import "./import.css";

interface ImportListProps {
  /** Id of the import whose report is read; "bin" when the bin is. */
  current: string | null;
  onReport(id: string): void;
  onBin(): void;
}

export function ImportList({ current, onReport, onBin }: ImportListProps) {
  const { t } = useTranslation();
  const kept = useKept();
  const running = useRunning();
  return (
    <>
      <h1 className="list-title">{t("imports.list")}</h1>
      <p className="import-actions">
        <ImportButton />
        <button type="button" className="control" aria-current={current === "bin" ? "true" : undefined} onClick={onBin}>
          <Trash2 className="icon" aria-hidden />
          {t("bin.title")}
        </button>
      </p>
      <ul>
        {running && <Row title={t("imports.running")} about={running.progress.file} isCurrent={running.id === current} onOpen={() => onReport(running.id)} />}
        {kept.map((head) => (
          <ImportRow key={head.id} head={head} isCurrent={head.id === current} onOpen={() => onReport(head.id)} />
        ))}
      </ul>
      {kept.length === 0 && !running && <p className="empty">{t("imports.none")}</p>}
    </>
  );
}

function ImportRow({ head, isCurrent, onOpen }: { head: ImportHead; isCurrent: boolean; onOpen(): void }) {
  const { t, i18n } = useTranslation();
  return (
    <Row
      title={momentInWords(head.at, i18n.language)}
      badge={head.cancelled ? t("imports.cancelledBadge") : null}
      about={useCountsInWords(head)}
      isCurrent={isCurrent}
      onOpen={onOpen}
    />
  );
}
