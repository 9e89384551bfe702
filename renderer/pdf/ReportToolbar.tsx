/** The thin row of controls over the pages. What it has no room for is left out, least needed first; it never wraps. */
import { ChevronDown, ChevronUp, Maximize, MoveHorizontal, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Toolbar } from "react-aria-components";
import { Control } from "../frame/Control.tsx";
import { canZoom, type DeskView } from "./deskView.ts";
import type { PageDesk } from "./PageDesk.ts";
import { PageField } from "./PageField.tsx";

interface ReportToolbarProps {
  labels: readonly string[];
  view: DeskView;
  /** Null until the pages are laid out. */
  desk: PageDesk | null;
}

export function ReportToolbar({ labels, view, desk }: ReportToolbarProps) {
  const { t } = useTranslation();
  const { page, scale, fit } = view;
  const off = desk === null;
  return (
    <div className="report-tools">
      <Toolbar className="report-toolbar" aria-label={t("report.toolbar")}>
        <Control icon={ChevronUp} name={t("report.previousPage")} iconOnly isDisabled={off || page <= 1} onPress={() => desk?.turnTo(page - 1)} />
        <Control icon={ChevronDown} name={t("report.nextPage")} iconOnly isDisabled={off || page >= labels.length} onPress={() => desk?.turnTo(page + 1)} />
        <PageField labels={labels} page={page} isDisabled={off} onPage={(wanted) => desk?.turnTo(wanted)} />
        <span className="count position">{t("report.position", { number: page, count: labels.length })}</span>
        <Control icon={ZoomOut} name={t("report.zoomOut")} iconOnly isDisabled={off || !canZoom(view, -1)} onPress={() => desk?.zoom(-1)} />
        <span className="count zoom-level">{t("report.zoomLevel", { percent: Math.round(scale * 100) })}</span>
        <Control icon={ZoomIn} name={t("report.zoomIn")} iconOnly isDisabled={off || !canZoom(view, 1)} onPress={() => desk?.zoom(1)} />
        <span className="fits">
          <Control icon={MoveHorizontal} name={t("report.fitWidth")} iconOnly isDisabled={off} aria-pressed={fit === "page-width"} onPress={() => desk?.fit("page-width")} />
          <Control icon={Maximize} name={t("report.fitPage")} iconOnly isDisabled={off} aria-pressed={fit === "page-fit"} onPress={() => desk?.fit("page-fit")} />
        </span>
      </Toolbar>
    </div>
  );
}
