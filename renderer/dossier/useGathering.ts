/** Adds what is being read to the dossier used last, by one key; asks for the dossier when there is none yet, or when another is wanted. */
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { bridge } from "../bridge.ts";
import { giveFailure, giveNotice } from "../import/notices.tsx";
import type { SheetPlace } from "../place.ts";
import type { SettingsState } from "../useSettings.ts";
import { changeDossier, hasItem, isDossier } from "./dossierActs.ts";
import { type Meant, passageInView } from "./passageInView.ts";

export interface Gathering {
  /** What waits for its dossier to be chosen. */
  waiting: Meant | null;
  /** Adds to the dossier used last. */
  gather(): void;
  /** Adds some passage, or words of it, to the dossier used last. */
  gatherWords(meant: Meant): void;
  /** Asks which dossier to add to. */
  gatherInto(): void;
  choose(dossier: string): void;
  cancel(): void;
}

export function useGathering(sheet: SheetPlace, { settings, change }: SettingsState): Gathering {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<Meant | null>(null);
  const { currentDossier } = settings;
  const add = useCallback(
    async (dossier: string, meant: Meant): Promise<void> => {
      const done = await bridge.gather({ dossier, ...meant });
      if (!done.ok && (done.failure.code === "unknown-item" || done.failure.code === "item-removed")) return setWaiting(meant);
      if (!done.ok) return giveFailure(t, done.failure);
      const { item } = done.value;
      const undo = { run: () => void changeDossier(dossier, { kind: "remove", items: [item] }, t), isPossible: () => isDossier(dossier, (now) => hasItem(now, item)) };
      giveNotice({ text: t("dossier.gathered", { dossier: done.value.dossier.title }), undo });
    },
    [t],
  );
  const begin = useCallback(
    (meant: Meant | null, isAsked: boolean): void => {
      if (!meant) return giveNotice({ text: t("dossier.gatherNothing") });
      if (currentDossier === null || isAsked) setWaiting(meant);
      else void add(currentDossier, meant);
    },
    [currentDossier, add, t],
  );
  const choose = (dossier: string): void => {
    change({ currentDossier: dossier });
    if (waiting) void add(dossier, waiting);
    setWaiting(null);
  };
  const gather = useCallback(() => begin(passageInView(sheet), false), [begin, sheet]);
  const gatherInto = useCallback(() => begin(passageInView(sheet), true), [begin, sheet]);
  const gatherWords = useCallback((meant: Meant) => begin(meant, false), [begin]);
  return { waiting, gather, gatherInto, gatherWords, choose, cancel: () => setWaiting(null) };
}
