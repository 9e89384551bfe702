/** Asks before a report is read by machine: what that does, how long it takes, and that it can be undone. */
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";

interface MachineDialogProps {
  isOpen: boolean;
  /** Pages to be read. */
  pages: number;
  onAnswer(isWanted: boolean): void;
}

/** A crowded page on a computer of a few years, drawing it included. */
const secondsPerPage = 5;

export function MachineDialog({ isOpen, pages, onAnswer }: MachineDialogProps) {
  const { t } = useTranslation();
  const minutes = Math.round((pages * secondsPerPage) / 60);
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onAnswer(false)}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{t("machine.title")}</Heading>
          <p>{t("machine.what", { count: pages })}</p>
          <p>{t("machine.where")}</p>
          <p>
            {minutes < 1 ? t("machine.seconds") : t("machine.minutes", { count: minutes })} {t("machine.meanwhile")}
          </p>
          <div className="actions">
            <Control name={t("app.cancel")} onPress={() => onAnswer(false)} />
            <Control name={t("machine.start")} look="primary" onPress={() => onAnswer(true)} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
