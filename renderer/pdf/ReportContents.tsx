/** A report at a glance, in the list's column: its table of contents, its pages in small, and the letters that cite it. */
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Citation, ReportHead } from "../../archive/model.ts";
import { CitationList } from "./CitationList.tsx";
import { useOpenDocument } from "./openDocument.ts";
import { ReportOutline } from "./ReportOutline.tsx";
import { Thumbnails } from "./Thumbnails.tsx";
import "./contents.css";

interface ReportContentsProps {
  report: ReportHead;
  /** The page being read, from 1. */
  page: number | null;
  /** Ids of collections whose letters are not shown. */
  hidden: string[];
  onPage(page: number): void;
  onCitation(citation: Citation): void;
}

export function ReportContents({ report, page, hidden, onPage, onCitation }: ReportContentsProps) {
  const { t } = useTranslation();
  const pdf = useOpenDocument(report.id);
  return (
    <Tabs className="report-contents" defaultSelectedKey={report.outline.length > 0 || !pdf ? "outline" : "pages"}>
      <TabList className="sides" aria-label={t("bar.contents")}>
        <Tab id="outline">{t("report.outline")}</Tab>
        {/* Where there is room for one column only, the document is closed while this is shown. */}
        {pdf && <Tab id="pages">{t("report.thumbnails")}</Tab>}
        <Tab id="citations">{t("report.citations")}</Tab>
      </TabList>
      <TabPanel id="outline">
        <ReportOutline report={report} page={page} onPage={onPage} />
      </TabPanel>
      {pdf && (
        <TabPanel id="pages">
          <Thumbnails pdf={pdf} labels={report.pageLabels} page={page ?? 1} onPage={onPage} />
        </TabPanel>
      )}
      <TabPanel id="citations">
        <CitationList report={report} page={page} hidden={hidden} onCitation={onCitation} />
      </TabPanel>
    </Tabs>
  );
}
