/** The notes that the list shows, as a file: for another computer and other programs, or to be read. */
import { useState } from "react";
import { Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { bridge, type Language, type NotesFileRequest } from "../bridge.ts";
import { Choice } from "../comfort/Choice.tsx";
import { SaveQuestion } from "../frame/SaveQuestion.tsx";
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
  const forms: Record<Form, string> = { jsonld: t("notes.formJsonld"), markdown: t("notes.formNotesMarkdown") };
  const hints: Record<Form, string> = { jsonld: t("notes.hintJsonld"), markdown: t("notes.hintNotesMarkdown") };
  const save = () => bridge.saveNotes({ ids: [...ids], form, language: i18n.language as Language, names });
  return (
    <SaveQuestion className="export" title={t("notes.exportTitle")} name={t("notes.exportSave")} saved={t("notes.exported")} save={save} onClose={onClose}>
      <p>{t("notes.exportCount", { count: ids.length })}</p>
      <Choice label={t("notes.exportForm")} options={forms} value={form} onChange={setForm} />
      <p className="hint">{hints[form]}</p>
      <p className="hint">{t("notes.exportPrivate")}</p>
    </SaveQuestion>
  );
}
