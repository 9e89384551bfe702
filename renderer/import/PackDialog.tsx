/** Before anything of a pack is taken in: who signed it, what it holds, and whether it is wanted. One that was altered is refused. */
import { PackageX, Shield, ShieldAlert, ShieldCheck, ShieldOff } from "lucide-react";
import { memo } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { bridge, type PackOffer } from "../bridge.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { Control } from "../frame/Control.tsx";
import { FailureText } from "../frame/FailureNote.tsx";
import { dateInWords } from "../words/dates.ts";
import { usePacks } from "./importsStore.ts";
import "../frame/dialog.css";
import "./pack.css";

/** Memoised for the reason that `ImportStrip` gives. */
export const PackDialog = memo(function PackDialog() {
  const [offer] = usePacks();
  const answer = (isWanted: boolean): void => {
    if (offer) void bridge.answerPack({ id: offer.id, isWanted });
  };
  return (
    <ModalOverlay className="overlay" isOpen={offer !== undefined} onOpenChange={(open) => !open && answer(false)}>
      <Modal className="modal">
        {offer?.found.ok === true && <Question key={offer.id} file={offer.file} summary={offer.found.value} onAnswer={answer} />}
        {offer?.found.ok === false && <Refusal key={offer.id} failure={offer.found.failure} onClose={() => answer(false)} />}
      </Modal>
    </ModalOverlay>
  );
});

type Summary = Extract<PackOffer["found"], { ok: true }>["value"];

interface QuestionProps {
  file: string;
  summary: Summary;
  onAnswer(isWanted: boolean): void;
}

function Question({ file, summary, onAnswer }: QuestionProps) {
  const { t, i18n } = useTranslation();
  const shown = useShownTitle();
  const { documents, dossiers, notes, base, signature, fingerprint } = summary;
  const isDoubtful = signature === "changed-key";
  return (
    <Dialog className="dialog pack">
      <Heading slot="title">{t("pack.title")}</Heading>
      <p className="address">{file}</p>
      <Origin summary={summary} />
      {fingerprint !== null && signature !== "verified" && <p className="fingerprint">{t("pack.fingerprint", { fingerprint })}</p>}
      {dossiers.map(({ id, title }) => (
        <p key={id}>{t("pack.dossier", { title: shown(title, id) })}</p>
      ))}
      {notes > 0 && <p>{t("pack.notes", { count: notes })}</p>}
      {documents.length > 0 ? (
        <details className="contents-of-pack">
          <summary>{t("pack.documents", { count: documents.length })}</summary>
          <ul>
            {documents.map(({ id, title, date }) => (
              <li key={id}>
                {shown(title, id)} · {dateInWords(date, i18n.language)}
              </li>
            ))}
          </ul>
        </details>
      ) : (
        dossiers.length + notes === 0 && <p>{t("pack.documents", { count: 0 })}</p>
      )}
      {base !== null && <p className="why">{t("pack.completes", { base })}</p>}
      <div className="actions">
        <Control name={t("app.cancel")} onPress={() => onAnswer(false)} />
        <Control name={isDoubtful ? t("pack.takeAnyway") : t("pack.take")} look={isDoubtful ? "outlined" : "primary"} isDisabled={documents.length + dossiers.length + notes === 0} onPress={() => onAnswer(true)} />
      </div>
    </Dialog>
  );
}

function Origin({ summary: { signature, publisher: name } }: { summary: Summary }) {
  const { t } = useTranslation();
  const publisher = name ?? "";
  const origins = {
    verified: { icon: ShieldCheck, said: t("pack.verified", { publisher }), why: null },
    "new-key": { icon: Shield, said: t("pack.newKey", { publisher }), why: t("pack.newKeyWhy") },
    "changed-key": { icon: ShieldAlert, said: t("pack.changedKey", { publisher }), why: t("pack.changedKeyWhy") },
    unsigned: { icon: ShieldOff, said: t("pack.unsigned"), why: t("pack.unsignedWhy") },
  };
  const { icon: Icon, said, why } = origins[signature];
  return (
    <div className={`origin ${signature}`}>
      <Icon className="icon" aria-hidden />
      <div>
        <p className="said-of-it">{said}</p>
        {why !== null && <p className="why">{why}</p>}
      </div>
    </div>
  );
}

function Refusal({ failure, onClose }: { failure: Failure; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog className="dialog pack" role="alertdialog">
      <Heading slot="title">{t("pack.refused")}</Heading>
      <div className="origin refused">
        <PackageX className="icon" aria-hidden />
        <div>
          <FailureText failure={failure} />
        </div>
      </div>
      <div className="actions">
        <Control name={t("app.close")} look="outlined" onPress={onClose} />
      </div>
    </Dialog>
  );
}
