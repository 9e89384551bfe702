/** Into which other dossier items go, and whether they stay in this one as well. */
import { FolderPlus } from "lucide-react";
import { useState } from "react";
import { Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Dossier } from "../../archive/dossier.ts";
import { OnOff } from "../comfort/OnOff.tsx";
import "../frame/dialog.css";
import { WhichDossier } from "./WhichDossier.tsx";

interface GiveDialogProps {
  /** The dossier that they are in. */
  id: string;
  count: number;
  isOpen: boolean;
  onChoose(to: Pick<Dossier, "id" | "title">, isCopy: boolean): void;
  onClose(): void;
}

export function GiveDialog({ isOpen, ...question }: GiveDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && question.onClose()}>
      <Modal className="modal">{isOpen && <Question {...question} />}</Modal>
    </ModalOverlay>
  );
}

function Question({ id, count, onChoose, onClose }: Omit<GiveDialogProps, "isOpen">) {
  const { t } = useTranslation();
  const [isCopy, setCopy] = useState(false);
  return (
    <WhichDossier title={t("dossier.giveTitle", { count })} except={id} make={{ name: t("dossier.giveNew"), icon: FolderPlus }} onChoose={(to) => onChoose(to, isCopy)} onCancel={onClose}>
      <OnOff name={t("dossier.giveCopy")} isOn={isCopy} onChange={setCopy} />
    </WhichDossier>
  );
}
