/** How many items of a dossier are chosen, and what can be done with all of them. It stands in sight while there are any. */
import { FolderInput, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import { GiveDialog } from "./GiveDialog.tsx";
import type { Arranging } from "./useArranging.ts";

interface ChosenBarProps {
  /** Of the dossier. */
  id: string;
  arranging: Arranging;
}

export function ChosenBar({ id, arranging: { chosen, choose, remove, give } }: ChosenBarProps) {
  const { t } = useTranslation();
  const [isGiving, setGiving] = useState(false);
  return (
    <>
      {chosen.length > 0 && (
        <div role="group" aria-label={t("dossier.chosenActions")} className="dossier-chosen">
          <p>{t("dossier.chosen", { count: chosen.length })}</p>
          <Control icon={FolderInput} name={t("dossier.give")} look="outlined" onPress={() => setGiving(true)} />
          <Control name={t("dossier.removeChosen")} look="outlined" onPress={() => remove(chosen)} />
          <Control icon={X} name={t("dossier.chooseNone")} iconOnly onPress={() => choose(new Set())} />
        </div>
      )}
      <GiveDialog
        id={id}
        count={chosen.length}
        isOpen={isGiving}
        onChoose={(to, isCopy) => {
          setGiving(false);
          give(to, isCopy);
        }}
        onClose={() => setGiving(false)}
      />
    </>
  );
}
