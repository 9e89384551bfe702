/** On a line of the shelf, whether its letter was read: a check, how far one got, or nothing for what is unread. */
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import "./reading.css";
import { useReading } from "./readingStore.ts";
import { shareInWords } from "./shareInWords.ts";

export function ReadingMark({ letter }: { letter: string }) {
  const { t, i18n } = useTranslation();
  const reading = useReading(letter);
  if (!reading) return null;
  if (reading.kind === "read") {
    return (
      <span className="reading-mark" title={t("reading.read")}>
        <Check className="icon" aria-hidden />
        <span className="visually-hidden">{t("reading.read")}</span>
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
