/** One of the dossiers there are, or a new one, for something to go into. */
import type { LucideIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Dialog, Heading, Input, Label, TextField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Dossier } from "../../archive/dossier.ts";
import type { Failure } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { FailureText } from "../frame/FailureNote.tsx";
import "./dossier.css";
import { useDossiers } from "./useDossiers.ts";

interface WhichDossierProps {
  title: string;
  /** Id of one that is not asked about. */
  except?: string;
  /** The button that makes a new one for it. */
  make: { name: string; icon: LucideIcon };
  /** What else is to be chosen, before the new one. */
  children?: ReactNode;
  onChoose(dossier: Pick<Dossier, "id" | "title">): void;
  onCancel(): void;
}

export function WhichDossier({ title, except, make, children, onChoose, onCancel }: WhichDossierProps) {
  const { t } = useTranslation();
  const asked = useDossiers();
  const [name, setName] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const heads = asked.state === "value" ? asked.value.filter(({ id, archivedAt }) => archivedAt === null && id !== except) : [];
  const makeOne = async (): Promise<void> => {
    const made = await bridge.makeDossier(name.trim() || t("dossier.newTitle"));
    if (made.ok) onChoose(made.value);
    else setFailure(made.failure);
  };
  return (
    <Dialog className="dialog gather">
      <Heading slot="title">{title}</Heading>
      {children}
      {heads.length > 0 && (
        <ul className="gather-list">
          {heads.map((head) => (
            <li key={head.id}>
              <button type="button" className="row" onClick={() => onChoose(head)}>
                <span className="title">{head.title}</span>
                <span className="aside">{t("dossier.items", { count: head.items })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {/* Not before it is known whether there is any other to choose. */}
      {asked.state !== "pending" && (
        <form
          className="gather-new"
          onSubmit={(event) => {
            event.preventDefault();
            void makeOne();
          }}
        >
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- What the dialog asks for. */}
          <TextField className="typed-field" value={name} onChange={setName} autoFocus={heads.length === 0}>
            <Label className="label">{t("dossier.new")}</Label>
            <Input className="input" placeholder={t("dossier.newTitle")} autoComplete="off" maxLength={300} />
          </TextField>
          <Control icon={make.icon} name={make.name} look="primary" type="submit" />
        </form>
      )}
      {failure && <FailureText failure={failure} />}
      <div className="actions">
        <Control name={t("app.cancel")} onPress={onCancel} />
      </div>
    </Dialog>
  );
}
