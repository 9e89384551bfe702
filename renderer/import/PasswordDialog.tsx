/** Asks for the password of each locked PDF in turn, once the import is over. What is given is kept for this session only. */
import { LockKeyhole } from "lucide-react";
import { type FormEvent, memo, useState } from "react";
import { Button, Dialog, Form, Heading, Input, Label, Modal, ModalOverlay, TextField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { bridge, type LockedFile } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { useLocked, useRunning } from "./importsStore.ts";
import { lastName } from "./notes.ts";
import "../frame/dialog.css";
import "./card.css";

/** Memoised for the reason that `ImportStrip` gives. */
export const PasswordDialog = memo(function PasswordDialog() {
  const locked = useLocked();
  const isRunning = useRunning() !== null;
  const [first] = locked;
  /** Stays while a password is being tried, which is an import too. */
  const [trying, setTrying] = useState<LockedFile | null>(null);
  const asked = trying ?? (isRunning ? undefined : first);
  const answer = async (file: LockedFile, password: string | null): Promise<void> => {
    setTrying(file);
    await bridge.unlock({ import: file.import, file: file.file, password });
    setTrying(null);
  };
  const skip = (): void => void (first && answer(first, null));
  return (
    <ModalOverlay className="overlay" isOpen={asked !== undefined} onOpenChange={(open) => !open && skip()}>
      <Modal className="modal">
        {asked && (
          <Question
            key={`${asked.import} ${asked.file}`}
            file={first ?? asked}
            count={locked.length}
            isTrying={trying !== null}
            onAnswer={(password) => void answer(asked, password)}
          />
        )}
      </Modal>
    </ModalOverlay>
  );
});

interface QuestionProps {
  file: LockedFile;
  /** Files that wait, this one included. */
  count: number;
  isTrying: boolean;
  onAnswer(password: string | null): void;
}

function Question({ file: { file, wrong }, count, isTrying, onAnswer }: QuestionProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const state = wrong ? t("password.wrong") : t("password.why");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== "" && !isTrying) onAnswer(password);
  };
  return (
    <Dialog className="dialog">
      <Heading slot="title">{t("password.title")}</Heading>
      <p className="address" title={file}>
        {lastName(file)}
      </p>
      <Form className="password" validationBehavior="aria" onSubmit={submit}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that asks for it (ARIA Authoring Practices, dialog) */}
        <TextField className="field" type="password" value={password} onChange={setPassword} autoFocus isInvalid={wrong && !isTrying}>
          <Label className="label">{t("password.label")}</Label>
          <Input className="input" autoComplete="off" maxLength={1000} />
        </TextField>
        <p className={wrong ? "said error" : "said"} role="status">
          {isTrying ? t("password.trying") : state}
        </p>
        <div className="actions">
          {count > 1 && <span className="others">{t("password.others", { count: count - 1 })}</span>}
          <Control name={t("password.skip")} isDisabled={isTrying} onPress={() => onAnswer(null)} />
          <Button type="submit" className="control primary" isDisabled={password === "" || isTrying}>
            <LockKeyhole className="icon" aria-hidden />
            <span>{t("password.open")}</span>
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
