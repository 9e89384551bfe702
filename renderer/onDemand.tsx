/**
 * Sheets and dialogs that no first screen shows: loaded when one is first wanted. A sheet is to stand in a `Suspense`; a dialog brings its own, and stays
 * from its first opening on, so that its closing can be seen and the focus goes back.
 */
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";

export const BinSheet = lazy(async () => ({ default: (await import("./import/BinSheet.tsx")).BinSheet }));
export const CardSheet = lazy(async () => ({ default: (await import("./import/CardSheet.tsx")).CardSheet }));
export const DossierSheet = lazy(async () => ({ default: (await import("./dossier/DossierSheet.tsx")).DossierSheet }));
export const ImportReportSheet = lazy(async () => ({ default: (await import("./import/ImportReportSheet.tsx")).ImportReportSheet }));

export const AboutDialog = dialog(async () => (await import("./about/AboutDialog.tsx")).AboutDialog);
export const ExportDialog = dialog(async () => (await import("./export/ExportDialog.tsx")).ExportDialog);
export const SettingsDialog = dialog(async () => (await import("./settings/SettingsDialog.tsx")).SettingsDialog);
export const ShortcutsDialog = dialog(async () => (await import("./keys/ShortcutsDialog.tsx")).ShortcutsDialog);

function dialog<Props extends { isOpen: boolean }>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function OnDemand(props) {
    const [wasOpened, setWasOpened] = useState(props.isOpen);
    if (props.isOpen && !wasOpened) setWasOpened(true);
    return (
      wasOpened && (
        <Suspense>
          <Loaded {...props} />
        </Suspense>
      )
    );
  };
}
