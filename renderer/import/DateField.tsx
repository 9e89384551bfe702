/** A document's date, typed as one says it and read back in words; or the plain fact that none is known. */
import { Checkbox } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Tick } from "../settings/Tick.tsx";
import { dateInWords } from "../words/dates.ts";
import { CommitField } from "./CommitField.tsx";
import { readTypedDate } from "./typedDate.ts";

interface DateFieldProps {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  value: string | null;
  onCommit(date: string | null): void;
}

export function DateField({ value, onCommit }: DateFieldProps) {
  const { t, i18n } = useTranslation();
  const words = value === null ? "" : dateInWords(value, i18n.language);
  return (
    <div className="date-field">
      <CommitField
        label={t("card.date")}
        value={words}
        placeholder={t("card.datePlaceholder")}
        check={(text) => (text === "" || readTypedDate(text) !== null ? null : t("card.dateUnread"))}
        hint={(text) => (text === words || text === "" ? t("card.dateHint") : dateInWords(readTypedDate(text), i18n.language))}
        onCommit={(text) => onCommit(text === "" ? null : readTypedDate(text))}
      />
      <Checkbox className="tick" isSelected={value === null} isDisabled={value === null} onChange={() => onCommit(null)}>
        <Tick />
        <span>{t("card.noDate")}</span>
      </Checkbox>
    </div>
  );
}
