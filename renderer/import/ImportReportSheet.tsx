/** What became of each file of an import: added, unchanged or failed, with why, what was doubtful and what was taken away. */
import { Copy, Save } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ImportItem } from "../../archive/draft.ts";
import { bridge, type ImportHead } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { FailureNote } from "../frame/FailureNote.tsx";
import { Loading } from "../frame/Loading.tsx";
import { momentInWords } from "../words/dates.ts";
import { ReportItem, type ReportItemProps } from "./ReportItem.tsx";
import { CollectionOfAll } from "./CollectionOfAll.tsx";
import { hasDoubts } from "./notes.ts";
import { reportName, useReportText } from "./useReportText.ts";
import { useCountsInWords } from "./useCountsInWords.ts";
import { useGrowing } from "./useGrowing.ts";
import { useImportReport } from "./useImportReport.ts";
import { useRunning } from "./importsStore.ts";
import "./import.css";
import "./report.css";

type Opens = Pick<ReportItemProps, "onOpen" | "onCard">;

export function ImportReportSheet({ id, ...opens }: { id: string } & Opens) {
  const { t } = useTranslation();
  const report = useImportReport(id);
  return (
    <div className="sheet-scroller">
      {report.state === "pending" && <Loading text={t("app.loading")} />}
      {report.state === "failure" && <FailureNote failure={report.failure} />}
      {report.state === "value" && <Report head={report.head} items={report.items} {...opens} />}
    </div>
  );
}

const filters = ["all", "added", "unchanged", "failed", "doubts"] as const;
type Filter = (typeof filters)[number];

function passes(item: ImportItem, filter: Filter): boolean {
  if (filter === "all") return true;
  return filter === "doubts" ? hasDoubts(item) : item.status === filter;
}

function Report({ head, items, ...opens }: { head: ImportHead; items: ImportItem[] } & Opens) {
  const { t, i18n } = useTranslation();
  const isRunning = useRunning()?.id === head.id;
  const isRecent = useRecent(isRunning);
  const [chosen, setFilter] = useState<Filter>("all");
  const counts = useMemo(() => Object.fromEntries(filters.map((each) => [each, items.filter((item) => passes(item, each)).length])) as Record<Filter, number>, [items]);
  const filter = counts[chosen] === 0 ? "all" : chosen;
  const shown = useMemo(() => items.filter((item) => passes(item, filter)), [items, filter]);
  const { count, more, end } = useGrowing(shown.length, filter);
  const summary = useCountsInWords(head);
  const names = {
    all: t("imports.all"),
    added: t("imports.filterAdded"),
    unchanged: t("imports.filterUnchanged"),
    failed: t("imports.filterFailed"),
    doubts: t("imports.filterDoubts"),
  };
  const ending = head.cancelled ? t("imports.cancelled") : t("imports.ended");
  return (
    <article className="import-report">
      <header>
        <p className="rubric">{momentInWords(head.at, i18n.language)}</p>
        <h1 tabIndex={-1}>{t("imports.reportTitle")}</h1>
        <p className="meta">
          {isRunning ? t("imports.running") : ending} {summary}
        </p>
        {head.cancelled && <p className="meta">{t("imports.cancelledWhy")}</p>}
      </header>
      {!isRunning && <Keeping head={head} items={items} />}
      {!isRunning && <CollectionOfAll items={items} />}
      {items.length > 1 && (
        <RadioGroup className="filters" orientation="horizontal" value={filter} onChange={(value) => setFilter(value as Filter)}>
          <Label className="visually-hidden">{t("imports.filter")}</Label>
          {filters
            .filter((each) => each === "all" || (counts[each] > 0 && counts[each] < items.length))
            .map((each) => (
              <Radio key={each} value={each} className="filter">
                {names[each]} <span className="count">{counts[each]}</span>
              </Radio>
            ))}
        </RadioGroup>
      )}
      <ul className="items" aria-label={names[filter]}>
        {shown.slice(0, count).map((item, index) => (
          // A file may come twice; the report only ever grows.
          // oxlint-disable-next-line react/no-array-index-key
          <ReportItem key={index} item={item} of={head.id} isRecent={isRecent} {...opens} />
        ))}
      </ul>
      {items.length === 0 && <p className="meta">{isRunning ? t("imports.reading") : t("imports.nothing")}</p>}
      {count < shown.length && (
        <div ref={end}>
          <Control name={t("imports.more", { count: shown.length - count })} look="outlined" onPress={more} />
        </div>
      )}
    </article>
  );
}

/** Milliseconds that the library takes, at most, to hear of what an import added. */
const hearing = 2000;

/** True while something goes on, and a little longer. */
function useRecent(goesOn: boolean): boolean {
  const [isOver, setOver] = useState(false);
  if (goesOn && isOver) setOver(false);
  useEffect(
    function letTimePass() {
      if (goesOn) return;
      const timer = setTimeout(() => setOver(true), hearing);
      return () => clearTimeout(timer);
    },
    [goesOn],
  );
  return goesOn || !isOver;
}

function Keeping({ head, items }: { head: ImportHead; items: ImportItem[] }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const write = useReportText();
  const copy = (): void => {
    void bridge.copyText(write(head, items)).then((answer) => setSaid(answer.ok ? t("imports.copied") : t("imports.notKept")));
  };
  const save = (): void => {
    void bridge.saveText({ name: reportName(head), text: write(head, items) }).then((answer) => {
      if (!answer.ok) setSaid(t("imports.notKept"));
      else if (answer.value) setSaid(t("imports.saved"));
    });
  };
  return (
    <p className="keeping">
      <Control icon={Save} name={t("imports.save")} look="outlined" onPress={save} />
      <Control icon={Copy} name={t("imports.copy")} look="outlined" onPress={copy} />
      <span className="said" role="status">
        {said}
      </span>
    </p>
  );
}
