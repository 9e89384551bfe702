/** Puts a document in the bin, and says so with the way back. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentHead } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { giveFailure, giveNotice } from "./notices.tsx";

/** `onRemoved` runs once it is in the bin. */
export function useRemoval(): (head: DocumentHead, onRemoved: () => void) => void {
  const { t } = useTranslation();
  const shown = useShownTitle();
  return useCallback(
    (head, onRemoved) => {
      const title = shown(head.title, head.id);
      const bringBack = async (): Promise<void> => {
        const answer = await bridge.restore(head.id);
        if (!answer.ok) giveFailure(t, answer.failure, title);
      };
      void bridge.remove(head.id).then((answer) => {
        if (!answer.ok) return giveFailure(t, answer.failure, title);
        onRemoved();
        const undo = { run: () => void bringBack(), isPossible: () => isInBin(head.id) };
        giveNotice({ text: head.kind === "letter" ? t("bin.removedLetter", { title }) : t("bin.removedReport", { title }), undo });
      });
    },
    [t, shown],
  );
}

async function isInBin(id: string): Promise<boolean> {
  const bin = await bridge.bin();
  return !bin.ok || bin.value.some(({ head }) => head.id === id);
}
