/** Two copies of a dossier that were edited apart: what differs, side by side, and a choice for each. */
import { useCallback, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { bridge, type Comparison } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { FailureNote, FailureText } from "../frame/FailureNote.tsx";
import { giveNotice } from "../import/notices.tsx";
import { useAnswer } from "../useAnswer.ts";
import { HeadDifferences, ItemDifferences, type Side } from "./Differences.tsx";

interface CompareDialogProps {
  id: string;
  isOpen: boolean;
  onClose(): void;
}

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

function Differences({ comparison: { mine, head, differences }, onClose }: { comparison: Comparison; onClose(): void }) {
  const { t } = useTranslation();
  const [heads, setHeads] = useState<Record<string, Side>>(Object.fromEntries(head.map(({ name, likely }) => [name, likely])));
  const [sides, setSides] = useState<Record<string, Side>>(Object.fromEntries(differences.map(({ item, likely }) => [item, likely])));
  const [failure, setFailure] = useState<Failure | null>(null);
  const merge = async (): Promise<void> => {
    const done = await bridge.mergeDossier({ id: mine.id, choices: { head: heads, items: sides } });
    if (!done.ok) return setFailure(done.failure);
    giveNotice({ text: t("dossier.merged") });
    onClose();
  };
  return (
    <>
      <p className="hint">{head.length > 0 || differences.length > 0 ? t("dossier.compareIntro") : t("dossier.compareAlike")}</p>
      <ol className="differences">
        <HeadDifferences differences={head} sides={heads} onChange={(name, side) => setHeads({ ...heads, [name]: side })} />
        <ItemDifferences differences={differences} sides={sides} onChange={(item, side) => setSides({ ...sides, [item]: side })} />
      </ol>
      {failure && <FailureText failure={failure} />}
      <div className="actions">
        <Control name={t("app.cancel")} onPress={onClose} />
        <Control name={t("dossier.merge")} look="primary" onPress={() => void merge()} />
      </div>
    </>
  );
}
