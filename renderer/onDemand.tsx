/**
 * Sheets that the app does not begin with, and that bring much with them: loaded once it is on the glass and the window has nothing else to do, or before that when
 * one is wanted. To stand in a `Suspense`.
 */
import { lazy } from "react";

const cardSheet = () => import("./import/CardSheet.tsx");
const dossierSheet = () => import("./dossier/DossierSheet.tsx");
const importReportSheet = () => import("./import/ImportReportSheet.tsx");

export const CardSheet = lazy(async () => ({ default: (await cardSheet()).CardSheet }));
export const DossierSheet = lazy(async () => ({ default: (await dossierSheet()).DossierSheet }));
export const ImportReportSheet = lazy(async () => ({ default: (await importReportSheet()).ImportReportSheet }));

export function loadAhead(): void {
  requestIdleCallback(() => void Promise.all([cardSheet(), dossierSheet(), importReportSheet()]));
}
