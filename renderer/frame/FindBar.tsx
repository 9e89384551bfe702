/** The own search of what is read: its box, where one is among the marks, and the way to the next. */
import { ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Input, SearchField } from "react-aria-components";
import { Control } from "./Control.tsx";
import "./textInput.css";
import "./findBar.css";
import { useNameWithKeys } from "../keys/shortcuts.ts";

/** What is typed, and where one is among what it marks. */
interface FindWalk {
  text: string;
  /** Null until it is known. */
  total: number | null;
  /** From 1; null before the first step. */
  ordinal: number | null;
  type(text: string): void;
  step(direction: 1 | -1): void;
}

interface FindBarProps {
  /** What the box is called. */
  label: string;
  walk: FindWalk;
  /** Another number takes the focus into the box; 0 leaves it where it is. */
  calls: number;
  onClose(): void;
}

export function FindBar({ label, walk, calls, onClose }: FindBarProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(
    function takeFocus() {
      if (calls > 0) input.current?.select();
    },
    [calls],
  );
  const withKeys = useNameWithKeys();
  const { text, total, ordinal } = walk;
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Enter") walk.step(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") onClose();
    else return;
    event.stopPropagation();
  };
  const none = text !== "" && total === 0;
  const isOff = total === null || total === 0;
  return (
    <div className="find-bar" role="search" aria-label={label}>
      <Search className="icon" aria-hidden />
      <SearchField className="find-field" aria-label={label} value={text} onChange={walk.type} onKeyDown={press}>
        <Input ref={input} className="text-input" placeholder={label} autoComplete="off" spellCheck="false" maxLength={1000} data-none={none || undefined} />
      </SearchField>
      <span className="count walked" role="status">
        {text !== "" && total !== null && (ordinal === null ? t("report.marks", { count: total }) : t("report.markOf", { number: ordinal, count: total }))}
      </span>
      <Control icon={ChevronUp} name={withKeys(t("actions.previousMark"), "previousMark")} iconOnly isDisabled={isOff} onPress={() => walk.step(-1)} />
      <Control icon={ChevronDown} name={withKeys(t("actions.nextMark"), "nextMark")} iconOnly isDisabled={isOff} onPress={() => walk.step(1)} />
      <Control icon={X} name={t("report.findClose")} iconOnly onPress={onClose} />
    </div>
  );
}
