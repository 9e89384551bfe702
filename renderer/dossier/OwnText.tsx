/** An own text of a dossier, edited where it stands. */
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DossierItem } from "../../archive/dossier.ts";
import { Control } from "../frame/Control.tsx";
import { keepTyped } from "./dossierActs.ts";
import { numberOf, TypedField } from "./TypedField.tsx";
import type { Saved } from "./useTyped.ts";

interface OwnTextProps {
  /** Of the dossier. */
  id: string;
  item: DossierItem & { kind: "text" };
  title: string;
  /** Was just added: one writes in it. */
  isNew: boolean;
  onRemove(): void;
}

export function OwnText({ id, item, title, isNew, onRemove }: OwnTextProps) {
  const { t } = useTranslation();
  const { role, text, minutes } = item;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(
    function writeInNew() {
      if (!isNew) return;
      field.current?.focus();
      // A list that is entered gives the focus to the item that had it last.
      const again = requestAnimationFrame(() => field.current?.focus());
      return () => cancelAnimationFrame(again);
    },
    [isNew],
  );
  const names = { instruction: t("dossier.roleInstruction"), timing: t("dossier.roleTiming"), question: t("dossier.roleQuestion") };
  const saveText = (typed: string, was: string): Promise<Saved> => keepTyped(id, { kind: "text", item: item.id, was, text: typed }, { role, text: typed, after: item.id }, t);
  const saveMinutes = async (typed: string, was: string): Promise<Saved> => {
    const number = numberOf(typed, 0);
    if (number === undefined) return "dropped";
    const kept = { role, text: t("dossier.keptField", { name: t("dossier.textMinutes"), value: typed }), after: item.id };
    return keepTyped(id, { kind: "minutes", item: item.id, minutes: number, was: numberOf(was, 0) }, kept, t);
  };
  return (
    <div className="item-body own">
      <p className="role">{names[role]}</p>
      <TypedField fieldRef={field} kind="lines" label={names[role]} isLabelHidden placeholder={t("dossier.text")} value={text} onSave={saveText} />
      <div className="item-foot">
        <TypedField className="beside" kind="number" label={t("dossier.textMinutes")} value={minutes === null ? "" : String(minutes)} onSave={saveMinutes} />
        <Control icon={X} name={t("dossier.removeOf", { title })} iconOnly onPress={onRemove} />
      </div>
    </div>
  );
}
