/** Two copies of a dossier that were edited apart: what differs, side by side, and a choice for each. */
import { useCallback, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Dossier, DossierItem } from "../../archive/dossier.ts";
import type { Failure } from "../../archive/model.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { bridge, type Comparison } from "../bridge.ts";
import { Choice } from "../comfort/Choice.tsx";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { FailureNote, FailureText } from "../frame/FailureNote.tsx";
import { giveNotice } from "../import/notices.tsx";
import { useAnswer } from "../useAnswer.ts";

interface CompareDialogProps {
  id: string;
  isOpen: boolean;
  onClose(): void;
}

type Side = "mine" | "theirs" | "both";

export function CompareDialog({ id, isOpen, onClose }: CompareDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal wide">{isOpen && <Asked id={id} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function Asked({ id, onClose }: Omit<CompareDialogProps, "isOpen">) {
  const { t } = useTranslation();
  const asked = useAnswer(useCallback(() => bridge.compareDossier(id), [id]));
  return (
    <Dialog className="dialog compare">
      <Heading slot="title">{t("dossier.compareTitle")}</Heading>
      {asked.state === "failure" && <FailureNote failure={asked.failure} />}
      {asked.state === "value" && <Differences comparison={asked.value} onClose={onClose} />}
    </Dialog>
  );
}

function Differences({ comparison: { mine, theirs, head, differences }, onClose }: { comparison: Comparison; onClose(): void }) {
  const { t } = useTranslation();
  const [headSide, setHeadSide] = useState<Side>(head ?? "mine");
  const [sides, setSides] = useState<Record<string, Side>>(Object.fromEntries(differences.map(({ item, likely }) => [item, likely])));
  const [failure, setFailure] = useState<Failure | null>(null);
  const merge = async (): Promise<void> => {
    const done = await bridge.mergeDossier({ id: mine.id, choices: { ...(head && { head: headSide }), items: sides } });
    if (!done.ok) return setFailure(done.failure);
    giveNotice({ text: t("dossier.merged") });
    onClose();
  };
  const two: Record<"mine" | "theirs", string> = { mine: t("dossier.mine"), theirs: t("dossier.theirs") };
  return (
    <>
      <p className="hint">{head || differences.length > 0 ? t("dossier.compareIntro") : t("dossier.compareAlike")}</p>
      <ol className="differences">
        {head && (
          <li>
            <div className="sides">
              <p>{headOf(mine, t("dossier.groupOf", { count: mine.groupSize ?? 0 }), t("dossier.minutesShort", { count: mine.minutes ?? 0 }))}</p>
              <p>{headOf(theirs, t("dossier.groupOf", { count: theirs.groupSize ?? 0 }), t("dossier.minutesShort", { count: theirs.minutes ?? 0 }))}</p>
            </div>
            <Choice label={t("dossier.headDiffers")} options={two as Record<Side, string>} value={headSide} onChange={setHeadSide} />
          </li>
        )}
        {differences.map(({ item, mine: own, theirs: other }) => (
          <li key={item}>
            <div className="sides">
              <p>{own ? wordsOf(own) : <em>{t("dossier.absent")}</em>}</p>
              <p>{other ? wordsOf(other) : <em>{t("dossier.absent")}</em>}</p>
            </div>
            <Choice
              label={frenchTypography(nameOf(own ?? other))}
              options={(own && other ? { ...two, both: t("dossier.both") } : two) as Record<Side, string>}
              value={shownSide(sides[item] ?? "mine", own, other)}
              onChange={(side) => setSides({ ...sides, [item]: side })}
            />
          </li>
        ))}
      </ol>
      {failure && <FailureText failure={failure} />}
      <div className="actions">
        <Control name={t("app.cancel")} onPress={onClose} />
        <Control name={t("dossier.merge")} look="primary" onPress={() => void merge()} />
      </div>
    </>
  );
}

/** One that only one copy has is kept by choosing that copy. */
function shownSide(side: Side, own: DossierItem | null, other: DossierItem | null): Side {
  if (side !== "both" || (own && other)) return side;
  return own ? "mine" : "theirs";
}

function headOf({ title, purpose, groupSize, minutes }: Dossier, group: string, length: string): string {
  return frenchTypography([title, purpose, groupSize === null ? "" : group, minutes === null ? "" : length].filter(Boolean).join(" · "));
}

function wordsOf(item: DossierItem): string {
  return frenchTypography((item.kind === "text" ? item.text : `${item.title} — ${item.text}`).slice(0, 400));
}

function nameOf(item: DossierItem | null): string {
  return item ? (item.kind === "text" ? item.text : item.title).slice(0, 60) : "";
}
