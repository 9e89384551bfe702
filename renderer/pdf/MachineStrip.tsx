/** A slim line under everything while a report is read by machine, and once that has ended until it is put away. It never takes the focus. */
import { CircleCheck, CircleX, ScanText, X } from "lucide-react";
import { memo } from "react";
import { ProgressBar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import "../import/import.css";
import { cancelMachine, type MachineEnd, type MachineJob, putMachineEndAway, useMachineJobs } from "./machineJobs.ts";

interface MachineStripProps {
  /** Opens a report. */
  onReport(id: string): void;
}

export const MachineStrip = memo(function MachineStrip({ onReport }: MachineStripProps) {
  const { running, waiting, ended } = useMachineJobs();
  return (
    <>
      {running && <Progress job={running} waiting={waiting.length} />}
      {!running && ended && <End end={ended} onReport={onReport} />}
      <Announcements running={running} ended={ended} />
    </>
  );
});

function Progress({ job: { title, done, total, isEnding }, waiting }: { job: MachineJob; waiting: number }) {
  const { t } = useTranslation();
  const sentence = t("machine.report", { title });
  return (
    <aside className="import-strip" aria-label={t("machine.running")}>
      <ProgressBar className="bar" aria-label={sentence} value={done} maxValue={total}>
        {({ percentage }) => <span className="fill" style={{ width: `${percentage ?? 0}%` }} />}
      </ProgressBar>
      <ScanText className="icon" aria-hidden />
      <p className="file" title={sentence}>
        {isEnding ? t("machine.ending") : sentence}
      </p>
      <p className="counts">
        <span className="position">{t("machine.position", { number: Math.min(done + 1, total), count: total })}</span>
        {waiting > 0 && <span className="detail">{t("machine.waiting", { count: waiting })}</span>}
      </p>
      <Control name={t("machine.cancel")} look="outlined" isDisabled={isEnding} onPress={cancelMachine} />
    </aside>
  );
}

function End({ end, onReport }: { end: MachineEnd } & MachineStripProps) {
  const { t } = useTranslation();
  const Icon = end.failure || end.left > 0 ? CircleX : CircleCheck;
  return (
    <aside className="import-strip ended" aria-label={t("machine.running")}>
      <Icon className="icon" aria-hidden />
      <p className="file">
        <EndText end={end} />
      </p>
      <Control
        name={t("machine.open")}
        look="outlined"
        onPress={() => {
          putMachineEndAway();
          onReport(end.report);
        }}
      />
      <Control icon={X} name={t("machine.putAway")} iconOnly onPress={putMachineEndAway} />
    </aside>
  );
}

function EndText({ end: { title, read, left, isCancelled, failure } }: { end: MachineEnd }) {
  const { t } = useTranslation();
  const ending = isCancelled ? t("machine.cancelled", { title }) : t("machine.ended", { title });
  return (
    <>
      <strong>{failure ? t(`trouble.${failure.code}`, { title: failure.title ?? title }) : ending}</strong> {t("machine.pages", { count: read })} {left > 0 && t("machine.left", { count: left })}
    </>
  );
}

/** Says the beginning, each quarter and the end to screen readers, rather than every page. */
function Announcements({ running, ended }: { running: MachineJob | null; ended: MachineEnd | null }) {
  const { t } = useTranslation();
  const quarter = running ? Math.floor((running.done / running.total) * 4) * 25 : 0;
  return (
    <p className="visually-hidden" role="status">
      {running && (quarter === 0 ? t("machine.report", { title: running.title }) : t("machine.share", { percent: quarter }))}
      {!running && ended && <EndText end={ended} />}
    </p>
  );
}
