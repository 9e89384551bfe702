/** What is handed out of a dossier: its form, the very PDF that will be printed or saved, other formats, and the key for the workshop. */
import { FileDown, Usb } from "lucide-react";
import { Suspense, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { bridge, type Language, type SheetLook } from "../bridge.ts";
import { Choice } from "../comfort/Choice.tsx";
import { OnOff } from "../comfort/OnOff.tsx";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { FailureText } from "../frame/FailureNote.tsx";
import { HandoutPages } from "../pdf/onDemand.tsx";
import { KitStatus } from "./KitStatus.tsx";
import { useHandout } from "./useHandout.ts";
import { type KitWork, useKit } from "./useKit.ts";

interface HandoutDialogProps {
  id: string;
  isOpen: boolean;
  onClose(): void;
}

export function HandoutDialog({ id, isOpen, onClose }: HandoutDialogProps) {
  const kit = useKit();
  // A press beside it, or Escape, is no wish to stop what is being written to a key.
  const isHeld = kit.progress !== null;
  return (
    <ModalOverlay className="overlay" isDismissable={!isHeld} isKeyboardDismissDisabled={isHeld} isOpen={isOpen} onOpenChange={(open) => !open && !isHeld && onClose()}>
      <Modal className="modal wide">{isOpen && <Handout id={id} kit={kit} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function Handout({ id, kit, onClose }: Omit<HandoutDialogProps, "isOpen"> & { kit: KitWork }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  const [look, setLook] = useState<SheetLook>({ form: "a4", isLarge: false, isBlackAndWhite: false });
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const preview = useHandout(id, language, look);
  const forms: Record<SheetLook["form"], string> = { a4: t("dossier.a4"), booklet: t("dossier.booklet"), cards: t("dossier.cards") };
  const hints: Record<SheetLook["form"], string> = { a4: t("dossier.hintA4"), booklet: t("dossier.hintBooklet"), cards: t("dossier.hintCards") };
  const run = async (work: () => Promise<string | Failure>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setSaid("");
    const done = await work();
    setBusy(false);
    setSaid(typeof done === "string" ? done : "");
    if (typeof done !== "string") setFailure(done);
  };
  const save = (form: "pdf" | "markdown" | "odt"): void =>
    void run(async () => {
      const answer = await bridge.saveDossier({ id, language, look, form, withReports: false });
      if (!answer.ok) return answer.failure;
      return answer.value ? t("dossier.saved") : "";
    });
  const putOnKey = (): void =>
    void run(async () => {
      const { answer, wasStopped } = await kit.make({ id, language, look, withReports: false });
      if (!answer.ok) return answer.failure;
      if (!answer.value) return wasStopped ? t("dossier.kitCancelled") : "";
      return t("dossier.kitDone", { count: answer.value.files.length, folder: answer.value.folder });
    });
  return (
    <Dialog className="dialog handout">
      <Heading slot="title">{t("dossier.handoutTitle")}</Heading>
      <div className="handout-columns">
        <div className="handout-choices">
          <Choice label={t("dossier.form")} options={forms} value={look.form} onChange={(form) => setLook({ ...look, form })} />
          <p className="hint">{hints[look.form]}</p>
          <OnOff name={t("dossier.large")} isOn={look.isLarge} onChange={(isLarge) => setLook({ ...look, isLarge })} />
          <OnOff name={t("dossier.blackAndWhite")} isOn={look.isBlackAndWhite} onChange={(isBlackAndWhite) => setLook({ ...look, isBlackAndWhite })} />
          <div className="handout-saves">
            <Control icon={FileDown} name={t("dossier.savePdf")} look="outlined" isDisabled={isBusy} onPress={() => save("pdf")} />
            <Control icon={FileDown} name={t("dossier.saveMarkdown")} look="outlined" isDisabled={isBusy} onPress={() => save("markdown")} />
            <Control icon={FileDown} name={t("dossier.saveOdt")} look="outlined" isDisabled={isBusy} onPress={() => save("odt")} />
            <Control icon={Usb} name={t("dossier.kit")} look="outlined" isDisabled={isBusy} onPress={putOnKey} />
          </div>
          {kit.progress && <KitStatus progress={kit.progress} isEnding={kit.isEnding} onStop={kit.stop} />}
          <div className="said" role="status">
            {failure ? <FailureText failure={failure} /> : said}
          </div>
        </div>
        <div className="handout-preview" role="region" aria-label={t("dossier.preview")}>
          {preview.state === "pending" && <p className="meta">{t("dossier.making")}</p>}
          {preview.state === "failure" && <FailureText failure={preview.failure} />}
          {preview.state === "value" && (
            <Suspense fallback={<p className="meta">{t("dossier.making")}</p>}>
              <HandoutPages key={preview.value} address={preview.value} calls={bridge} />
            </Suspense>
          )}
        </div>
      </div>
      <div className="actions">
        <Control name={t("app.close")} isDisabled={kit.progress !== null} onPress={onClose} />
      </div>
    </Dialog>
  );
}
