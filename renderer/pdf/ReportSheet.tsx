/**
 * A report, read page by page: its controls, placed by whoever shows it, and its pages on a desk. Opens at a page without passing through
 * those before it, and marks what was searched. Another visit to the same report moves there; the document stays open.
 */
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReportHead, SearchTerm } from "../../archive/model.ts";
import { reportAddress } from "../bridge.ts";
import type { Arrival, DeskView } from "./deskView.ts";
import { type DeskOptions, PageDesk } from "./PageDesk.ts";
import { ReportToolbar } from "./ReportToolbar.tsx";
import { useReport } from "./useReport.ts";
import "./layers.css";
import "./pdf.css";

export interface ReportSheetProps {
  report: ReportHead;
  /** Tells one arrival from another: a new number moves to `page` and its first mark; `page` alone does not. */
  visit: number;
  /** From 1; null for the first. */
  page: number | null;
  /** Marked on every page; a new array marks anew. */
  terms: readonly SearchTerm[];
  /** The page where the reader came to rest. */
  onPage(page: number): void;
  /** A link of the archive (`relire://…`) or of the web. */
  onLink(href: string): void;
  /** Places the controls. */
  toolbar(controls: ReactNode): ReactNode;
}

export function ReportSheet(props: ReportSheetProps) {
  return <OneReport key={props.report.id} {...props} />;
}

function OneReport({ report, visit, page, terms, onPage, onLink, toolbar }: ReportSheetProps) {
  const { t } = useTranslation();
  const opening = useReport(reportAddress(report.id));
  const arrival: Arrival = { visit, page: page ?? 1 };
  const [view, setView] = useState<DeskView>({ page: arrival.page, scale: 1, fit: null });
  const [desk, setDesk] = useState<PageDesk | null>(null);
  const [settled, setSettled] = useState<number | null>(null);
  const labels = report.pageLabels;
  const nameOf = (number: number): string => t("report.page", { label: labels[number - 1] ?? String(number) });
  const settle = (number: number): void => {
    setSettled(number);
    onPage(number);
  };

  useEffect(
    function mark() {
      desk?.setTerms(terms);
    },
    [desk, terms],
  );
  useEffect(
    function arrive() {
      desk?.arrive({ visit, page: page ?? 1 });
    },
    [desk, visit, page],
  );

  return (
    <>
      {toolbar(<ReportToolbar labels={labels} view={view} desk={opening.state === "value" ? desk : null} />)}
      <div className="report-desk">
        {opening.state === "value" && (
          <Pages pdf={opening.value} arrival={arrival} terms={terms} nameOf={nameOf} onReady={setDesk} onView={setView} onSettled={settle} onLink={onLink} />
        )}
        {opening.state === "pending" && <PageSkeleton />}
        {opening.state === "failure" && <ReportFailure detail={opening.detail} />}
        <p className="visually-hidden" aria-live="polite">
          {settled !== null && `${nameOf(settled)}, ${t("report.position", { number: settled, count: labels.length })}`}
        </p>
      </div>
    </>
  );
}

/** Lays the pages of a document out when it comes, and clears them away when it leaves. */
function Pages({ pdf, ...options }: Omit<DeskOptions, "container">) {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  // The desk outlives many renders: it calls what the latest one gave.
  const latest = useEffectEvent(() => options);
  // In the layout phase, so that its clearing comes before the document is closed.
  useLayoutEffect(
    function layPagesOut() {
      if (!container.current) return;
      const { arrival, terms } = latest();
      const desk = new PageDesk({
        container: container.current,
        pdf,
        arrival,
        terms,
        nameOf: (page) => latest().nameOf(page),
        onReady: (ready) => latest().onReady(ready),
        onView: (view) => latest().onView(view),
        onSettled: (page) => latest().onSettled(page),
        onLink: (href) => latest().onLink(href),
      });
      return () => desk.clear();
    },
    [pdf],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard (WCAG 2.1.1)
    <div ref={container} className="report-pages" role="region" aria-label={t("report.pages")} tabIndex={0}>
      <div className="pdfViewer" />
    </div>
  );
}

function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="report-skeleton" role="status">
      <span className="visually-hidden">{t("report.loading")}</span>
    </div>
  );
}

function ReportFailure({ detail }: { detail: string }) {
  const { t } = useTranslation();
  return (
    <div className="report-failure" role="alert">
      <p>{t("report.failed")}</p>
      <p className="hint">{t("trouble.reinstall")}</p>
      <details>
        <summary>{t("trouble.detail")}</summary>
        <code>{detail}</code>
      </details>
    </div>
  );
}
