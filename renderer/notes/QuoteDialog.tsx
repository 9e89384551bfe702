/** Quoted words with their source, to be seen before they are copied; the reference alone, and as a file for a reference manager. */
import { Copy, FileDown } from "lucide-react";
import { useCallback, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { bridge, type Cited, type Language } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { FailureText } from "../frame/FailureNote.tsx";
import { useAnswer } from "../useAnswer.ts";
import type { SettingsState } from "../useSettings.ts";
import { FormChoice, StyleChoice } from "./QuoteChoices.tsx";
import { copiedAs } from "./useQuoting.ts";

export interface Quoted {
  passage: string;
  /** A paragraph a line. */
  words: string;
}

interface QuoteDialogProps {
  quoted: Quoted | null;
  settings: SettingsState;
  onClose(): void;
}

export function QuoteDialog({ quoted, settings, onClose }: QuoteDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={quoted !== null} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">{quoted && <Quoting quoted={quoted} state={settings} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function Quoting({ quoted: { passage, words }, state: { settings, change }, onClose }: { quoted: Quoted; state: SettingsState; onClose(): void }) {
  const { t, i18n } = useTranslation();
  const { quoteStyle: style, quoteForm: form } = settings;
  const language = i18n.language as Language;
  const asked = useAnswer(useCallback(() => bridge.cited({ passage, quoted: words, style, language }), [passage, words, style, language]));
  // What was there stays while it is written in another style.
  const [before, setBefore] = useState<Cited | null>(null);
  if (asked.state === "value" && asked.value !== before) setBefore(asked.value);
  const cited = asked.state === "value" ? asked.value : before;
  const [said, setSaid] = useState("");
  const tell = (sentence: string) => (answer: { ok: boolean }) => setSaid(answer.ok ? sentence : t("notes.notCopied"));
  const save = (extension: string, text: string): void => {
    void bridge.saveText({ name: `${cited?.name}.${extension}`, text }).then((answer) => {
      if (!answer.ok) setSaid(t(`trouble.${answer.failure.code}`, { title: answer.failure.title ?? "" }));
      else if (answer.value) setSaid(t("notes.saved"));
    });
  };
  const copied = cited && copiedAs(form, cited.quotation);
  const files: [name: string, extension: string, text: string][] = cited ? [["BibTeX", "bib", cited.bibtex], ["RIS", "ris", cited.ris], ["CSL-JSON", "json", cited.csl]] : [];
  return (
    <Dialog className="dialog quoting">
      <Heading slot="title">{t("notes.quoteTitle")}</Heading>
      <StyleChoice settings={settings} change={change} />
      <FormChoice settings={settings} change={change} />
      {asked.state === "failure" && <FailureText failure={asked.failure} />}
      <div role="group" aria-label={t("notes.quotation")} className="quoted">
        {copied?.text}
      </div>
      <p className="label">{t("notes.reference")}</p>
      <p className="reference">{cited?.entry}</p>
      <div className="saves">
        <span>{t("notes.save")}</span>
        {files.map(([name, extension, text]) => (
          <Control key={extension} icon={FileDown} name={name} look="outlined" onPress={() => save(extension, text)} />
        ))}
      </div>
      <p className="said" role="status">
        {said}
      </p>
      <div className="actions">
        <Control name={t("app.close")} onPress={onClose} />
        <Control icon={Copy} name={t("notes.copyReference")} look="outlined" isDisabled={!cited} onPress={() => cited && void bridge.copyText(cited.entry).then(tell(t("notes.copiedReference")))} />
        <Control icon={Copy} name={t("notes.copyQuote")} look="primary" isDisabled={!copied} onPress={() => copied && void bridge.copyQuote(copied).then(tell(t("notes.copied")))} />
      </div>
    </Dialog>
  );
}
