/** How references are written, and what quotations are copied as: in the dialog and in the settings. */
import { useTranslation } from "react-i18next";
import type { Settings } from "../bridge.ts";
import { Choice } from "../comfort/Choice.tsx";

interface QuoteChoiceProps {
  settings: Settings;
  change(change: Partial<Settings>): void;
}

export function StyleChoice({ settings, change }: QuoteChoiceProps) {
  const { t } = useTranslation();
  const options = { note: t("notes.styleNote"), "author-date": t("notes.styleAuthorDate"), short: t("notes.styleShort") };
  return <Choice label={t("notes.styles")} options={options} value={settings.quoteStyle} onChange={(quoteStyle) => change({ quoteStyle })} />;
}

export function FormChoice({ settings, change }: QuoteChoiceProps) {
  const { t } = useTranslation();
  const options = { text: t("notes.formText"), markdown: t("notes.formMarkdown"), markup: t("notes.formMarkup") };
  return <Choice label={t("notes.forms")} options={options} value={settings.quoteForm} onChange={(quoteForm) => change({ quoteForm })} />;
}
