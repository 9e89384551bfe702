/** A dossier as a pack for somebody else: what goes along is said, and chosen. Notes are private: they stay unless a person says otherwise, each time. */
import { FileDown } from "lucide-react";
import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Dossier } from "../../archive/dossier.ts";
import type { Failure } from "../../archive/model.ts";
import { bridge, type Language } from "../bridge.ts";
import { OnOff } from "../comfort/OnOff.tsx";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { FailureText } from "../frame/FailureNote.tsx";
import { giveNotice } from "../import/notices.tsx";
import { useNotes } from "../notes/noteStore.ts";

interface ShareDialogProps {
  dossier: Dossier;
  isOpen: boolean;
  onClose(): void;
}

export function ShareDialog({ dossier, isOpen, onClose }: ShareDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">{isOpen && <Question dossier={dossier} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function Question({ dossier, onClose }: Omit<ShareDialogProps, "isOpen">) {
  const { t, i18n } = useTranslation();
  const [withReports, setReports] = useState(false);
  const [withNotes, setNotes] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const quoted = new Set(dossier.items.flatMap((item) => (item.kind === "passage" ? [item.origin.passage.split("#")[0]] : [])));
  const count = useNotes().filter(({ note }) => quoted.has(note.target.document)).length;
  const save = async (): Promise<void> => {
    setFailure(null);
    const answer = await bridge.saveDossier({ id: dossier.id, language: i18n.language as Language, form: "pack", withReports, withNotes, look: { form: "a4", isLarge: false, isBlackAndWhite: false } });
    if (!answer.ok) return setFailure(answer.failure);
    if (!answer.value) return;
    giveNotice({ text: t("dossier.saved") });
    onClose();
  };
  return (
    <Dialog className="dialog share">
      <Heading slot="title">{t("dossier.shareTitle")}</Heading>
      <p>{t("dossier.shareHolds")}</p>
      <OnOff name={t("dossier.shareReports")} hint={t("dossier.shareReportsHint")} isOn={withReports} onChange={setReports} />
      {count > 0 ? <OnOff name={t("dossier.shareNotes", { count })} hint={t("dossier.shareNotesHint")} isOn={withNotes} onChange={setNotes} /> : <p className="hint">{t("dossier.shareNoNotes")}</p>}
      {failure && (
        <div className="said" role="alert">
          <FailureText failure={failure} />
        </div>
      )}
      <div className="actions">
        <Control name={t("app.cancel")} onPress={onClose} />
        <Control icon={FileDown} name={t("dossier.shareSave")} look="primary" onPress={() => void save()} />
      </div>
    </Dialog>
  );
}
