/** Into which dossier what is being read goes: one of those there are, or a new one. */
import { FolderPlus } from "lucide-react";
import { useState } from "react";
import { Dialog, Heading, Input, Label, Modal, ModalOverlay, TextField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { FailureText } from "../frame/FailureNote.tsx";
import "./dossier.css";
import type { Gathering } from "./useGathering.ts";
import { useDossiers } from "./useDossiers.ts";

export function GatherDialog({ gathering: { waiting, choose, cancel } }: { gathering: Gathering }) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={waiting !== null} onOpenChange={(open) => !open && cancel()}>
      <Modal className="modal">{waiting && <Question onChoose={choose} onCancel={cancel} />}</Modal>
    </ModalOverlay>
  );
}

function Question({ onChoose, onCancel }: { onChoose(id: string): void; onCancel(): void }) {
  const { t } = useTranslation();
  const asked = useDossiers();
  const [title, setTitle] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const heads = asked.state === "value" ? asked.value.filter(({ archivedAt }) => archivedAt === null) : [];
  const make = async (): Promise<void> => {
    const made = await bridge.makeDossier(title.trim() || t("dossier.newTitle"));
    if (made.ok) onChoose(made.value.id);
    else setFailure(made.failure);
  };
  return (
    <Dialog className="dialog gather">
      <Heading slot="title">{t("dossier.gatherTitle")}</Heading>
      {heads.length > 0 && (
        <ul className="gather-list">
          {heads.map((head) => (
            <li key={head.id}>
              <button type="button" className="row" onClick={() => onChoose(head.id)}>
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
            void make();
          }}
        >
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- What the dialog asks for. */}
          <TextField className="typed-field" value={title} onChange={setTitle} autoFocus={heads.length === 0}>
            <Label className="label">{t("dossier.new")}</Label>
            <Input className="input" placeholder={t("dossier.newTitle")} autoComplete="off" maxLength={300} />
          </TextField>
          <Control icon={FolderPlus} name={t("dossier.gather")} look="primary" type="submit" />
        </form>
      )}
      {failure && <FailureText failure={failure} />}
      <div className="actions">
        <Control name={t("app.cancel")} onPress={onCancel} />
      </div>
    </Dialog>
  );
}
