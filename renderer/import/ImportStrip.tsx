/** A slim line under everything while an import runs, and once it has ended until someone looked at it. It never takes the focus. */
import { CircleCheck, CircleX, FolderInput, X } from "lucide-react";
import { memo, useState } from "react";
import { ProgressBar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { bridge, type ImportHead, type RunningImport } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { putEndAway, useEnded, useInterruption, useLatest, useRunning } from "./importsStore.ts";
import { useCountsInWords } from "./useCountsInWords.ts";
import "./import.css";

interface ImportStripProps {
  /** Opens an import's report. */
  onReport(id: string): void;
}

/**
 * Memoised, as whatever follows a store is: were it drawn anew along with a library that changes, React would have to draw all of it at once, in one
 * long stretch, whenever the store has moved on meanwhile.
 */
export const ImportStrip = memo(function ImportStrip({ onReport }: ImportStripProps) {
  const running = useRunning();
  const ended = useEnded();
  const isInterrupted = useInterruption();
  return (
    <>
      {running && <Progress running={running} onReport={onReport} />}
      {!running && isInterrupted && <Interruption />}
      {!running && !isInterrupted && ended && <End head={ended} onReport={onReport} />}
      <Announcements running={running} />
    </>
  );
});

function Progress({ running: { id, progress, isEnding, waiting }, onReport }: { running: RunningImport } & ImportStripProps) {
  const { t } = useTranslation();
  const counts = useCountsInWords(progress);
  const { done, total, file } = progress;
  const isKnown = total > 0;
  return (
    <aside className="import-strip" aria-label={t("imports.running")}>
      <ProgressBar className="bar" aria-label={t("imports.running")} isIndeterminate={!isKnown} value={done} maxValue={Math.max(total, done, 1)}>
        {({ percentage }) => <span className="fill" style={{ width: isKnown ? `${percentage ?? 0}%` : "30%" }} />}
      </ProgressBar>
      <FolderInput className="icon" aria-hidden />
      <p className="file" title={file}>
        {isEnding ? t("imports.ending") : file}
      </p>
      <p className="counts">
        {isKnown && <span className="position">{t("imports.position", { number: done, count: Math.max(total, done) })}</span>}
        <span className="detail">{counts}</span>
        {waiting > 0 && <span className="detail">{t("imports.waiting", { count: waiting })}</span>}
      </p>
      <Control name={t("imports.see")} onPress={() => onReport(id)} />
      <Control name={t("imports.cancel")} look="outlined" isDisabled={isEnding} onPress={() => void bridge.cancelImport()} />
    </aside>
  );
}

function End({ head, onReport }: { head: ImportHead } & ImportStripProps) {
  const { t } = useTranslation();
  const counts = useCountsInWords(head);
  const Icon = head.failed > 0 ? CircleX : CircleCheck;
  return (
    <aside className="import-strip ended" aria-label={t("imports.list")}>
      <Icon className="icon" aria-hidden />
      <p className="file">
        <strong>{head.cancelled ? t("imports.cancelled") : t("imports.ended")}</strong> {counts}
      </p>
      <Control name={t("imports.seeReport")} look="outlined" onPress={() => onReport(head.id)} />
      <Control icon={X} name={t("imports.putAway")} iconOnly onPress={putEndAway} />
    </aside>
  );
}

function Interruption() {
  const { t } = useTranslation();
  return (
    <aside className="import-strip ended" aria-label={t("imports.list")}>
      <CircleX className="icon" aria-hidden />
      <p className="file" role="alert">
        {t("imports.interrupted")}
      </p>
      <Control icon={X} name={t("imports.putAway")} iconOnly onPress={putEndAway} />
    </aside>
  );
}

/** Says the beginning, each quarter and the end to screen readers, rather than every file. */
function Announcements({ running }: { running: RunningImport | null }) {
  const { t } = useTranslation();
  const ended = useLatest();
  const endCounts = useCountsInWords(ended ?? { added: 0, unchanged: 0, failed: 0 });
  const quarter = running && running.progress.total > 0 ? Math.floor((running.progress.done / running.progress.total) * 4) * 25 : 0;
  const [id, setId] = useState<string | null>(null);
  const [highest, setHighest] = useState(0);
  // A total that grows must not say a quarter twice.
  if (running && running.id !== id) {
    setId(running.id);
    setHighest(0);
  } else if (quarter > highest && quarter < 100) setHighest(quarter);
  const progress = highest === 0 ? t("imports.running") : t("imports.share", { percent: highest });
  const end = ended && `${ended.cancelled ? t("imports.cancelled") : t("imports.ended")} ${endCounts}`;
  return (
    <p className="visually-hidden" role="status">
      {running ? progress : end}
    </p>
  );
}
