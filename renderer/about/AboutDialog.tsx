/** What the app is, what it is made of, where the letters lie, and a diagnostic to hand to whoever helps. */
import { Compass, Copy, FolderOpen } from "lucide-react";
import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Answer, Failure } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { FailureText } from "../frame/FailureNote.tsx";
import { useLibrary } from "../library.ts";
import { useTourOffer } from "../tour/tour.ts";
import { useAnswer } from "../useAnswer.ts";
import type { SettingsState } from "../useSettings.ts";
import "./about.css";
import { diagnosticOf } from "./diagnostic.ts";
import { Updates } from "./Updates.tsx";

interface AboutDialogProps {
  isOpen: boolean;
  state: SettingsState;
  onClose(): void;
}

const askAbout = () => bridge.about();

export function AboutDialog({ isOpen, state, onClose }: AboutDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal broad">{isOpen && <AboutRelire state={state} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function AboutRelire({ state, onClose }: Omit<AboutDialogProps, "isOpen">) {
  const { t } = useTranslation();
  const tour = useTourOffer();
  const library = useLibrary();
  const asked = useAnswer(askAbout);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const about = asked.state === "value" ? asked.value : null;
  const copy = (): void => {
    if (about) void bridge.copyText(diagnosticOf(about, library, state.settings)).then(() => setSaid(t("about.copied")));
  };
  const show = (asked: Promise<Answer<null>>): void => {
    void asked.then((answer) => setFailure(answer.ok ? null : answer.failure));
  };
  const takeTour = (): void => {
    onClose();
    tour.take();
  };
  return (
    <Dialog className="dialog about">
      <Heading slot="title">{t("about.title")}</Heading>
      <p>{t("about.purpose")}</p>
      {asked.state === "failure" && <FailureText failure={asked.failure} />}
      {about && (
        <>
          <p>{t("about.version", { version: about.version })}</p>
          <div>
            <p>{t("about.library")}</p>
            <p className="address">{about.libraryFolder}</p>
            <Control icon={FolderOpen} name={t("about.show")} look="outlined" onPress={() => show(bridge.showLibraryFolder())} />
          </div>
          <div>
            <p className="before">{t("about.log")}</p>
            <Control icon={FolderOpen} name={t("about.showLog")} look="outlined" onPress={() => show(bridge.showLogFolder())} />
          </div>
          <Updates address={about.updates} {...state} />
          <details>
            <summary>{t("about.licences")}</summary>
            {/* Scrolled by keys too. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre className="licences" tabIndex={0} lang="en">
              {about.licences}
            </pre>
          </details>
          <p className="hint">{t("about.diagnosticHint")}</p>
        </>
      )}
      <div className="said" role="status">
        {failure ? <FailureText failure={failure} /> : said}
      </div>
      <div className="actions">
        <Control icon={Compass} name={t("tour.take")} look="outlined" onPress={takeTour} />
        <Control icon={Copy} name={t("about.diagnostic")} look="outlined" isDisabled={!about} onPress={copy} />
        <Control name={t("app.close")} look="outlined" onPress={onClose} />
      </div>
    </Dialog>
  );
}
