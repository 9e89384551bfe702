/** The notes that the list shows, as a file: for another computer and other programs, or to be read. */
import { FileDown } from "lucide-react";
import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { bridge, type Language, type NotesFileRequest } from "../bridge.ts";
import { Choice } from "../comfort/Choice.tsx";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { FailureText } from "../frame/FailureNote.tsx";
import { giveNotice } from "../import/notices.tsx";
import { useNotesRoom } from "./NotesContext.ts";

interface ExportNotesDialogProps {
  isOpen: boolean;
  /** Ids of the notes, in the order shown. */
  ids: readonly string[];
  onClose(): void;
}

type Form = NotesFileRequest["form"];

export function ExportNotesDialog({ isOpen, ids, onClose }: ExportNotesDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">{isOpen && <Question ids={ids} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function Question({ ids, onClose }: Omit<ExportNotesDialogProps, "isOpen">) {
  const { t, i18n } = useTranslation();
  const { names } = useNotesRoom();
  const [form, setForm] = useState<Form>("jsonld");
  const [failure, setFailure] = useState<Failure | null>(null);
  const forms: Record<Form, string> = { jsonld: t("notes.formJsonld"), markdown: t("notes.formNotesMarkdown") };
  const hints: Record<Form, string> = { jsonld: t("notes.hintJsonld"), markdown: t("notes.hintNotesMarkdown") };
  const save = async (): Promise<void> => {
    setFailure(null);
    const answer = await bridge.saveNotes({ ids: [...ids], form, language: i18n.language as Language, names });
    if (!answer.ok) return setFailure(answer.failure);
    if (!answer.value) return;
    giveNotice({ text: t("notes.exported") });
    onClose();
  };
  return (
    <Dialog className="dialog export">
      <Heading slot="title">{t("notes.exportTitle")}</Heading>
      <p>{t("notes.exportCount", { count: ids.length })}</p>
      <Choice label={t("notes.exportForm")} options={forms} value={form} onChange={setForm} />
      <p className="hint">{hints[form]}</p>
      <p className="hint">{t("notes.exportPrivate")}</p>
      {failure && (
        <div className="said" role="alert">
          <FailureText failure={failure} />
        </div>
      )}
      <div className="actions">
        <Control name={t("app.cancel")} onPress={onClose} />
        <Control icon={FileDown} name={t("notes.exportSave")} look="primary" onPress={() => void save()} />
      </div>
    </Dialog>
  );
}
