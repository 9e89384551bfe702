/** The bar over what is read: back, forward, what this is, and what can be done with it. */
import { ArrowLeft, ArrowRight, ListTree } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Control } from "./Control.tsx";
import "./sheetBar.css";

interface SheetBarProps {
  /** What is being read, in a few words. */
  title: string;
  canGoBack: boolean;
  canGoForward: boolean;
  onBack(): void;
  onForward(): void;
  /** Whether the contents are shown in the list's column; null when this has no contents. */
  contents: boolean | null;
  onContents(): void;
  /** Controls for texts of any kind. */
  tools?: ReactNode;
  /** Controls of the view. */
  children?: ReactNode;
}

export function SheetBar({ title, canGoBack, canGoForward, onBack, onForward, contents, onContents, tools, children }: SheetBarProps) {
  const { t } = useTranslation();
  return (
    <header className="sheet-bar" aria-label={t("bar.label")}>
      <Control icon={ArrowLeft} name={t("bar.back")} iconOnly isDisabled={!canGoBack} onPress={onBack} />
      <Control icon={ArrowRight} name={t("bar.forward")} iconOnly isDisabled={!canGoForward} onPress={onForward} />
      <p className="what" title={title}>
        <span>{title}</span>
      </p>
      {children}
      {tools}
      {contents !== null && (
        <Control icon={ListTree} name={contents ? t("bar.hideContents") : t("bar.showContents")} iconOnly aria-pressed={contents} onPress={onContents} />
      )}
    </header>
  );
}
