/** The thin row of controls over the pages. What it has no room for is left to the menu, least needed first; it never wraps. */
import { ChevronDown, ChevronUp, Search, ZoomIn, ZoomOut } from "lucide-react";
import type { ReactNode } from "react";
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
  isFinding: boolean;
  onFind(): void;
  /** The menu of everything else. */
  menu: ReactNode;
}

export function ReportToolbar({ labels, view, desk, isFinding, onFind, menu }: ReportToolbarProps) {
  const { t } = useTranslation();
  const { page, scale } = view;
  const off = desk === null;
  return (
    <div className="report-tools">
      <Toolbar className="report-toolbar" aria-label={t("report.toolbar")}>
        <span className="turns">
          <Control icon={ChevronUp} name={t("report.previousPage")} iconOnly isDisabled={off || page <= 1} onPress={() => desk?.turn(-1)} />
          <Control icon={ChevronDown} name={t("report.nextPage")} iconOnly isDisabled={off || page >= labels.length} onPress={() => desk?.turn(1)} />
        </span>
        <PageField labels={labels} page={page} isDisabled={off} onPage={(wanted) => desk?.turnTo(wanted)} />
        <span className="count position">{t("report.position", { number: page, count: labels.length })}</span>
        <span className="zooms">
          <Control icon={ZoomOut} name={t("report.zoomOut")} iconOnly isDisabled={off || !canZoom(view, -1)} onPress={() => desk?.zoom(-1)} />
          <span className="count zoom-level">{t("report.zoomLevel", { percent: Math.round(scale * 100) })}</span>
          <Control icon={ZoomIn} name={t("report.zoomIn")} iconOnly isDisabled={off || !canZoom(view, 1)} onPress={() => desk?.zoom(1)} />
        </span>
        <Control icon={Search} name={t("report.find")} iconOnly isDisabled={off} aria-pressed={isFinding} onPress={onFind} />
        {menu}
      </Toolbar>
    </div>
  );
}
