/** The walk through what a search marked in a text: where one is among the marks, and the way to the next, by keys or at a press. */
import { ChevronDown, ChevronUp } from "lucide-react";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { SearchTerm } from "../../archive/model.ts";
import { Control } from "../frame/Control.tsx";
import { useActions } from "../keys/actionHandlers.ts";
import { useNameWithKeys } from "../keys/shortcuts.ts";
import { useTextWalk } from "../marks/useTextWalk.ts";

interface TextMarksProps {
  scroller: RefObject<HTMLElement | null>;
  terms: readonly SearchTerm[];
  /** Whether the keys hold wherever the focus is. */
  isAlone: boolean;
}

/** For a text that is there; another text, or other terms, begin another walk (`key`). */
export function TextMarks({ scroller, terms, isAlone }: TextMarksProps) {
  const { t } = useTranslation();
  const withKeys = useNameWithKeys();
  const { total, here, step } = useTextWalk(scroller, terms);
  const can = total > 0;
  useActions(
    { nextMark: can ? () => step(1) : undefined, previousMark: can ? () => step(-1) : undefined },
    isAlone ? undefined : () => scroller.current?.contains(document.activeElement) ?? false,
  );
  if (!can) return null;
  return (
    <div className="text-marks" role="group" aria-label={t("keys.marksLabel")}>
      <span className="count" role="status">
        {here === null ? t("keys.marks", { count: total }) : t("keys.walked", { number: here + 1, count: total })}
      </span>
      <Control icon={ChevronUp} name={withKeys(t("actions.previousMark"), "previousMark")} iconOnly onPress={() => step(-1)} />
      <Control icon={ChevronDown} name={withKeys(t("actions.nextMark"), "nextMark")} iconOnly onPress={() => step(1)} />
    </div>
  );
}
