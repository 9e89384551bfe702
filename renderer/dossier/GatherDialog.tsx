/** Into which dossier what is being read goes: one of those there are, or a new one. */
import { FolderPlus } from "lucide-react";
import { Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import "../frame/dialog.css";
import type { Gathering } from "./useGathering.ts";
import { WhichDossier } from "./WhichDossier.tsx";

export function GatherDialog({ gathering: { waiting, choose, cancel } }: { gathering: Gathering }) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={waiting !== null} onOpenChange={(open) => !open && cancel()}>
      <Modal className="modal">
        {waiting && <WhichDossier title={t("dossier.gatherTitle")} make={{ name: t("dossier.gather"), icon: FolderPlus }} onChoose={({ id }) => choose(id)} onCancel={cancel} />}
      </Modal>
    </ModalOverlay>
  );
}
