/** On a line of the shelf, whether its document was read: a check, how far one got, or nothing for what is unread. */
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DocumentHead } from "../../archive/model.ts";
import "./reading.css";
import { useReading } from "./readingStore.ts";
import { shareInWords } from "./shareInWords.ts";

export function ReadingMark({ head: { id, kind } }: { head: DocumentHead }) {
  const { t, i18n } = useTranslation();
  const reading = useReading(id);
  if (!reading) return null;
  if (reading.kind === "read") {
    const read = kind === "letter" ? t("reading.read") : t("reading.reportRead");
    return (
      <span className="reading-mark" title={read}>
        <Check className="icon" aria-hidden />
        <span className="visually-hidden">{read}</span>
      </span>
    );
  }
  const percent = shareInWords(reading.share, i18n.language);
  return (
    <span className="reading-mark started" title={t("reading.started", { percent })}>
      <span aria-hidden>{percent}</span>
      <span className="visually-hidden">{t("reading.started", { percent })}</span>
    </span>
  );
}
