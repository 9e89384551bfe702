/** The views of reports, which come with pdf.js, half of the window's code: loaded when the first one is shown. To stand in a `Suspense`. */
import { lazy } from "react";

export const ReportSheet = lazy(async () => ({ default: (await import("./ReportSheet.tsx")).ReportSheet }));
export const ReportContents = lazy(async () => ({ default: (await import("./ReportContents.tsx")).ReportContents }));
export const HandoutPages = lazy(async () => ({ default: (await import("./HandoutPages.tsx")).HandoutPages }));
export const PageOnWall = lazy(async () => ({ default: (await import("./PageOnWall.tsx")).PageOnWall }));
