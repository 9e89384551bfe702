/**
 * A report, read page by page: its controls, placed by whoever shows it, and its pages on a desk. Opens at a page without passing through
 * those before it, and marks what was searched. Another visit to the same report moves there; the document stays open.
 */
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReportHead, SearchTerm } from "../../archive/model.ts";
import { reportAddress } from "../archiveAddress.ts";
import type { Settings } from "../bridge.ts";
import { FailureNote } from "../frame/FailureNote.tsx";
import { FindBar } from "../frame/FindBar.tsx";
import { mayTakeFocus } from "../keys/holdFocus.ts";
import { useAnswer } from "../useAnswer.ts";
import { type Arrival, type DeskView, firstView } from "./deskView.ts";
import { MachineDialog } from "./MachineDialog.tsx";
import { shareDocument } from "./openDocument.ts";
import type { PageDesk } from "./PageDesk.ts";
import { PasswordForm } from "./PasswordForm.tsx";
import { PrintDialog } from "./PrintDialog.tsx";
import { PropertiesDialog } from "./PropertiesDialog.tsx";
import type { ReportCalls } from "./reportCalls.ts";
import { type MenuEntry, ReportMenu } from "./ReportMenu.tsx";
import { ReportPages } from "./ReportPages.tsx";
import { ReportToolbar } from "./ReportToolbar.tsx";
import { useMachine } from "./useMachine.ts";
import { useMarkWalk } from "./useMarkWalk.ts";
import { usePageLabels } from "./usePageLabels.ts";
import { useRememberedView } from "./useRememberedView.ts";
import { useReport } from "./useReport.ts";
import { useReportActions } from "./useReportActions.ts";
import { useReportKeys } from "./useReportKeys.ts";
import "./layers.css";
import "./pdf.css";

export interface ReportSheetProps {
  report: ReportHead;
  /** Tells one arrival from another: a new number moves to `page` and its first mark; `page` alone does not. */
  visit: number;
  /** From 1; null for where it was last read. */
  page: number | null;
  /** Marked on every page; a new array marks anew. */
  terms: readonly SearchTerm[];
  /** The words that were searched, for the report's own box. */
  words: string;
  colours: Settings["pageColours"];
  onColours(colours: Settings["pageColours"]): void;
  /** Whether the letter that led here stands beside; null when none did. */
  isBeside: boolean | null;
  onBeside(isBeside: boolean): void;
  calls: ReportCalls;
  /** What else its menu offers. */
  more?: readonly MenuEntry[];
  /** The page where the reader came to rest. */
  onPage(page: number): void;
  /** A link inside the report leads to a page: a visit of its own. */
  onJump(page: number): void;
  /** A link of the archive (`relire://…`) or of the web. */
  onLink(href: string): void;
  /** Places the controls. */
  toolbar(controls: ReactNode): ReactNode;
}

export function ReportSheet(props: ReportSheetProps) {
  const { report, calls } = props;
  const [attempt, setAttempt] = useState(1);
  const remembered = useAnswer(useCallback(() => calls.reportView(report.id), [calls, report.id]));
  return <OneReport key={`${report.id} ${attempt}`} {...props} remembered={remembered} onRetry={() => setAttempt(attempt + 1)} />;
}

const noEntries: readonly MenuEntry[] = [];

type Remembered = ReturnType<typeof useAnswer<typeof firstView | null>>;

function OneReport(props: ReportSheetProps & { remembered: Remembered; onRetry(): void }) {
  const { report, visit, page, terms, words, colours, calls, remembered, isBeside } = props;
  const { t } = useTranslation();
  const address = reportAddress(report.id);
  const opening = useReport({ id: report.id, title: report.title, address }, calls.memoryHeld);
  const pdf = opening.state === "value" ? opening.value : null;
  const labels = usePageLabels(report, pdf);
  const seen = (remembered.state === "value" && remembered.value) || firstView;
  const arrival: Arrival = { visit, page: page ?? seen.page };
  const [view, setView] = useState<DeskView>({ page: arrival.page, scale: 1, fit: null, layout: seen.layout, rotation: seen.rotation });
  const [kept, setDesk] = useState<PageDesk | null>(null);
  const desk = kept?.pdf === pdf ? kept : null;
  const [settled, setSettled] = useState<number | null>(null);
  const [findCalls, setFindCalls] = useState(0);
  const walk = useMarkWalk({ document: report.id, terms, words, desk, ask: calls.occurrences });
  const find = (): void => {
    walk.open();
    setFindCalls((count) => count + 1);
  };
  const closeFind = (): void => {
    walk.close();
    setFindCalls(0);
    desk?.focus();
  };
  const { actions, dialog, said, say, closeDialog, copyAll } = useReportActions({ report, desk, labels, view, calls, find });
  const machine = useMachine({ report, calls, desk, say });
  const root = useRef<HTMLDivElement>(null);
  const keys = useReportKeys({ report: root, desk, walk, actions, closeFind });
  const nameOf = (number: number): string => t("report.page", { label: labels[number - 1] ?? String(number) });

  useEffect(
    function mark() {
      desk?.setTerms(walk.terms);
    },
    [desk, walk.terms],
  );
  useEffect(
    function arrive() {
      desk?.arrive({ visit, page: page ?? desk.view.page });
    },
    [desk, visit, page],
  );
  const focusedBefore = useRef<{ visit: number; element: Element | null } | null>(null);
  useLayoutEffect(
    function noteFocus() {
      focusedBefore.current = { visit, element: document.activeElement };
    },
    [visit],
  );
  useEffect(
    function takeFocus() {
      const before = focusedBefore.current;
      if (mayTakeFocus(before?.visit === visit ? before.element : undefined)) desk?.focus();
    },
    [desk, visit],
  );
  useEffect(
    function share() {
      return pdf ? shareDocument(report.id, pdf) : undefined;
    },
    [report.id, pdf],
  );
  useRememberedView(report.id, desk, view, calls.keepReportView);

  const menu = (
    <ReportMenu
      view={view}
      desk={desk}
      isInverted={colours === "inverted"}
      onInvert={(isInverted) => props.onColours(isInverted ? "inverted" : "paper")}
      isBeside={isBeside}
      onBeside={props.onBeside}
      actions={actions}
      machine={machine}
      more={props.more ?? noEntries}
    />
  );
  const status = [nameOf(view.page), t("report.position", { number: view.page, count: labels.length }), t("report.zoomLevel", { percent: Math.round(view.scale * 100) })];
  return (
    // Keys that hold anywhere inside it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className="report" onKeyDown={keys} data-colours={colours}>
      {props.toolbar(<ReportToolbar labels={labels} view={view} desk={desk} isFinding={walk.isOpen} onFind={walk.isOpen ? closeFind : find} menu={menu} />)}
      {walk.isOpen && <FindBar label={t("report.find")} walk={walk} calls={findCalls} onClose={closeFind} />}
      <div className="report-desk">
        {pdf && remembered.state !== "pending" && (
          <ReportPages
            pdf={pdf}
            report={report.id}
            arrival={arrival}
            view={seen}
            terms={walk.terms}
            nameOf={nameOf}
            noteOf={machine.noteOf}
            machineLines={machine.linesOf}
            onReady={setDesk}
            onView={setView}
            onSettled={(number) => {
              setSettled(number);
              props.onPage(number);
            }}
            onMark={walk.setPlace}
            onJump={props.onJump}
            onLink={props.onLink}
            onCopyAll={copyAll}
          />
        )}
        {opening.state === "pending" && <PageSkeleton />}
        {opening.state === "locked" && <PasswordForm key={opening.tries} isWrong={opening.tries > 0} onPassword={opening.unlock} />}
        {opening.state === "failure" && <FailureNote failure={opening.failure} onRetry={props.onRetry} />}
        <p className="visually-hidden" aria-live="polite">
          {settled !== null && status.join(", ")}
        </p>
        <p className="report-said" role="status">
          {said}
        </p>
      </div>
      <PrintDialog pdf={dialog === "print" ? pdf : null} labels={labels} page={view.page} print={calls.print} onClose={closeDialog} />
      <MachineDialog isOpen={machine.isAsking} pages={machine.unread.length} onAnswer={machine.answer} />
      <PropertiesDialog report={report} pdf={dialog === "properties" ? pdf : null} address={address} onClose={closeDialog} />
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
