/** What a dialog asks before a file is saved: its choices, why it could not be, and the way on or out. Once it is saved, that is said, and the dialog closes. */
import { FileDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Dialog, Heading } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Answer, Failure } from "../../archive/model.ts";
import { giveNotice } from "../import/notices.tsx";
import { Control } from "./Control.tsx";
import "./dialog.css";
import { FailureText } from "./FailureNote.tsx";

interface SaveQuestionProps {
  className: string;
  title: string;
  children: ReactNode;
  /** What the button that saves is called, and what is said afterwards. */
  name: string;
  saved: string;
  /** False when the person thinks better of it. */
  save(): Promise<Answer<boolean>>;
  onClose(): void;
}

export function SaveQuestion({ className, title, children, name, saved, save, onClose }: SaveQuestionProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const press = async (): Promise<void> => {
    setFailure(null);
    const answer = await save();
    if (!answer.ok) return setFailure(answer.failure);
    if (!answer.value) return;
    giveNotice({ text: saved });
    onClose();
  };
  return (
    <Dialog className={`dialog ${className}`}>
      <Heading slot="title">{title}</Heading>
      {children}
      {failure && (
        <div className="said" role="alert">
          <FailureText failure={failure} />
        </div>
      )}
      <div className="actions">
        <Control name={t("app.cancel")} onPress={onClose} />
        <Control icon={FileDown} name={name} look="primary" onPress={() => void press()} />
      </div>
    </Dialog>
  );
}
