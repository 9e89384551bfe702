/** A dossier as a pack for somebody else: what goes along is said, and chosen. Notes are private: they stay unless a person says otherwise, each time. */
import { useState } from "react";
import { Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Dossier } from "../../archive/dossier.ts";
import { quotedDocuments } from "../../archive/dossierItems.ts";
import { bridge, type Language } from "../bridge.ts";
import { OnOff } from "../comfort/OnOff.tsx";
import { SaveQuestion } from "../frame/SaveQuestion.tsx";
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
  const quoted = quotedDocuments(dossier);
  const count = useNotes().filter(({ note }) => quoted.includes(note.target.document)).length;
  const save = () => bridge.saveDossier({ id: dossier.id, language: i18n.language as Language, form: "pack", withReports, withNotes, look: { form: "a4", isLarge: false, isBlackAndWhite: false } });
  return (
    <SaveQuestion className="share" title={t("dossier.shareTitle")} name={t("dossier.shareSave")} saved={t("dossier.saved")} save={save} onClose={onClose}>
      <p>{t("dossier.shareHolds")}</p>
      <OnOff name={t("dossier.shareReports")} hint={t("dossier.shareReportsHint")} isOn={withReports} onChange={setReports} />
      {count > 0 ? <OnOff name={t("dossier.shareNotes", { count })} hint={t("dossier.shareNotesHint")} isOn={withNotes} onChange={setNotes} /> : <p className="hint">{t("dossier.shareNoNotes")}</p>}
    </SaveQuestion>
  );
}
