/** Lays the pages of a document out when it comes, and clears them away when it leaves. */
import { useEffectEvent, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DeskOptions } from "./deskOptions.ts";
import { followCopy } from "./followCopy.ts";
import { PageDesk } from "./PageDesk.ts";

interface ReportPagesProps extends Omit<DeskOptions, "container"> {
  /** All of the report was selected and is to be copied. */
  onCopyAll(): void;
}

export function ReportPages({ pdf, report, onCopyAll, ...options }: ReportPagesProps) {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  // The desk outlives many renders: it calls what the latest one gave.
  const latest = useEffectEvent(() => options);
  const copyAll = useEffectEvent(() => onCopyAll());
  // In the layout phase, so that its clearing comes before the document is closed.
  useLayoutEffect(
    function layPagesOut() {
      if (!container.current) return;
      const { arrival, view, terms } = latest();
      const desk = new PageDesk({
        container: container.current,
        pdf,
        report,
        arrival,
        view,
        terms,
        nameOf: (page) => latest().nameOf(page),
        noteOf: (kind) => latest().noteOf(kind),
        machineLines: (page) => latest().machineLines(page),
        onReady: (ready) => latest().onReady(ready),
        onView: (view) => latest().onView(view),
        onSettled: (page) => latest().onSettled(page),
        onMark: (place) => latest().onMark(place),
        onJump: (page) => latest().onJump(page),
        onLink: (href) => latest().onLink(href),
      });
      const stopCopying = followCopy(container.current, () => copyAll());
      return () => {
        stopCopying();
        desk.clear();
      };
    },
    [pdf, report],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard (WCAG 2.1.1)
    <div ref={container} className="report-pages" role="region" aria-label={t("report.pages")} tabIndex={0}>
      <div className="pdfViewer" />
    </div>
  );
}
