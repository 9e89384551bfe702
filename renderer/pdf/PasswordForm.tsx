/** Asks for the password of a protected report, in its place. */
import { Lock } from "lucide-react";
import { type FormEvent, useState } from "react";
import { FieldError, Form, Input, Label, TextField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import "../frame/textInput.css";

interface PasswordFormProps {
  /** Whether one was given that does not open it. */
  isWrong: boolean;
  onPassword(password: string): void;
}

export function PasswordForm({ isWrong, onPassword }: PasswordFormProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== "") onPassword(password);
  };
  return (
    <Form className="password-form" onSubmit={submit}>
      <Lock className="icon" aria-hidden />
      <h2>{t("report.locked")}</h2>
      <p className="hint">{t("report.lockedWhy")}</p>
      {/* The one thing to do here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <TextField type="password" value={password} onChange={setPassword} isInvalid={isWrong} validationBehavior="aria" autoFocus>
        <Label className="label">{t("report.password")}</Label>
        <Input className="text-input" autoComplete="off" maxLength={1000} />
        <FieldError className="field-error">{t("report.passwordWrong")}</FieldError>
      </TextField>
      <Control name={t("report.unlock")} look="primary" type="submit" isDisabled={password === ""} />
    </Form>
  );
}
