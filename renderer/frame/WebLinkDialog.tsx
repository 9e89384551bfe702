/** Asks before an address of the web is handed to the browser: the only way anything leaves this window. */
import { Copy, ExternalLink } from "lucide-react";
import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { bridge } from "../bridge.ts";
import { Control } from "./Control.tsx";
import "./dialog.css";

interface WebLinkDialogProps {
  /** The address to open; null when nothing is asked. */
  address: string | null;
  onClose(): void;
}

export function WebLinkDialog({ address, onClose }: WebLinkDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={address !== null} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">{address !== null && <Question key={address} address={address} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function Question({ address, onClose }: { address: string; onClose(): void }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const openBrowser = (): void => {
    bridge.openWebLink(address).then(
      (answer) => (answer.ok ? onClose() : setSaid(t("link.failed"))),
      () => setSaid(t("link.failed")),
    );
  };
  const copy = (): void => {
    void bridge.copyText(address).then(() => setSaid(t("link.copied")));
  };
  return (
    <Dialog className="dialog">
      <Heading slot="title">{t("link.title")}</Heading>
      <p className="address">{readable(address)}</p>
      <p>{t("link.text")}</p>
      <p className="said" role="status">
        {said}
      </p>
      <div className="actions">
        <Control name={t("app.cancel")} onPress={onClose} />
        <Control icon={Copy} name={t("link.copy")} look="outlined" onPress={copy} />
        <Control icon={ExternalLink} name={t("link.open")} look="primary" onPress={openBrowser} />
      </div>
    </Dialog>
  );
}

/** The address as a person reads it: percent-encoding undone where it can be. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
