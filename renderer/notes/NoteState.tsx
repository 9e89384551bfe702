/** Whether what was written is kept, and what to do when it is not. */
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import type { SavingState } from "./NoteSaver.ts";

interface NoteStateProps {
  state: SavingState;
  onRetry(): void;
  onSettle(whose: "mine" | "other"): void;
}

export function NoteState({ state, onRetry, onSettle }: NoteStateProps) {
  const { t } = useTranslation();
  if (state.state === "kept" || state.state === "keeping") {
    return (
      <p className="saving" role="status">
        {state.state === "kept" ? t("notes.kept") : t("notes.keeping")}
      </p>
    );
  }
  return (
    <div className="saving failed" role="alert">
      <p>{state.state === "failed" ? `${t("notes.notKept")} ${t(`trouble.${state.failure.code}`, { title: t("notes.edit") })}` : t("notes.changed")}</p>
      <div className="ways">
        {state.state === "failed" ? (
          <Control name={t("notes.retry")} look="outlined" onPress={onRetry} />
        ) : (
          <>
            <Control name={t("notes.keepMine")} look="outlined" onPress={() => onSettle("mine")} />
            <Control name={t("notes.takeOther")} look="outlined" onPress={() => onSettle("other")} />
          </>
        )}
      </div>
    </div>
  );
}
