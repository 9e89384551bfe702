/** The printed label of the current page, and the way to another: type "iv" or "12", then Enter. */
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Input, TextField } from "react-aria-components";
import { pageOfLabel } from "./pageLabels.ts";

interface PageFieldProps {
  labels: readonly string[];
  /** From 1. */
  page: number;
  isDisabled: boolean;
  onPage(page: number): void;
}

export function PageField({ labels, page, isDisabled, onPage }: PageFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnknown, setUnknown] = useState(false);
  const leave = (): void => {
    setTyped(null);
    setUnknown(false);
  };
  const decide = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Escape") leave();
    if (event.key !== "Enter") return;
    const wanted = pageOfLabel(labels, event.currentTarget.value);
    setUnknown(wanted === null);
    if (wanted === null) return;
    onPage(wanted);
    leave();
  };
  return (
    <TextField
      className="page-field"
      aria-label={t("report.pageField")}
      value={typed ?? labels[page - 1] ?? ""}
      onChange={(text) => {
        setTyped(text);
        setUnknown(false);
      }}
      isDisabled={isDisabled}
      isInvalid={isUnknown}
    >
      <Input onKeyDown={decide} onBlur={leave} onFocus={(event) => event.currentTarget.select()} autoComplete="off" spellCheck="false" />
    </TextField>
  );
}
