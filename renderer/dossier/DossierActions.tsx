/** What can be done with a dossier as a whole. */
import { Archive, ArchiveRestore, Copy, Ellipsis, FileDown, Presentation, Printer, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Dossier } from "../../archive/dossier.ts";
import { bridge, type Language } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { giveFailure, giveNotice } from "../import/notices.tsx";
import { runAction } from "../keys/actionHandlers.ts";
import { changeDossier, isDossier, removeDossier } from "./dossierActs.ts";
import { HandoutDialog } from "./HandoutDialog.tsx";
import { ShareDialog } from "./ShareDialog.tsx";

interface DossierActionsProps {
  dossier: Dossier;
  /** Another dossier is opened. */
  onDossier(id: string): void;
  onRemoved(): void;
}

export function DossierActions({ dossier, onDossier, onRemoved }: DossierActionsProps) {
  const { t, i18n } = useTranslation();
  const { id, title, archivedAt } = dossier;
  const [isPrinting, setPrinting] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const isArchived = archivedAt !== null;
  const archiveName = isArchived ? t("dossier.unarchive") : t("dossier.archive");
  const language = i18n.language as Language;
  const save = async (): Promise<void> => {
    const answer = await bridge.saveDossier({ id, language, form: "pack", withReports: false, look: { form: "a4", isLarge: false, isBlackAndWhite: false } });
    if (!answer.ok) giveFailure(t, answer.failure, answer.failure.title ?? title);
    else if (answer.value) giveNotice({ text: t("dossier.saved") });
  };
  const archive = async (): Promise<void> => {
    if (!(await changeDossier(id, { kind: "archive", isArchived: !isArchived }, t)) || isArchived) return;
    giveNotice({ text: t("dossier.archivedNow", { title }), undo: { run: () => void changeDossier(id, { kind: "archive", isArchived: false }, t), isPossible: () => isDossier(id, (now) => now.archivedAt !== null) } });
  };
  const duplicate = async (): Promise<void> => {
    const made = await bridge.duplicateDossier({ id, title: t("dossier.copyOf", { title }).slice(0, 300) });
    if (made.ok) onDossier(made.value.id);
    else giveFailure(t, made.failure, title);
  };
  const act: Record<string, () => Promise<void>> = { share: async () => setSharing(true), duplicate, archive, remove: () => removeDossier({ id, title }, onRemoved, t) };
  return (
    <div className="dossier-actions">
      <Control icon={Presentation} name={t("present.action")} look="outlined" onPress={() => runAction("present")} />
      <Control icon={FileDown} name={t("dossier.savePack")} look="outlined" onPress={() => void save()} />
      <Control icon={Printer} name={t("dossier.handout")} look="outlined" onPress={() => setPrinting(true)} />
      <MenuTrigger>
        <Button className="control" aria-label={t("dossier.actions")}>
          <Ellipsis className="icon" aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label={t("dossier.actions")} onAction={(key) => void act[key]?.()}>
            <MenuItem id="duplicate" className="menu-item plain" textValue={t("dossier.duplicate")}>
              <Copy className="icon" aria-hidden />
              {t("dossier.duplicate")}
            </MenuItem>
            <MenuItem id="archive" className="menu-item plain" textValue={archiveName}>
              {isArchived ? <ArchiveRestore className="icon" aria-hidden /> : <Archive className="icon" aria-hidden />}
              {archiveName}
            </MenuItem>
            <MenuItem id="share" className="menu-item plain" textValue={t("dossier.share")}>
              <FileDown className="icon" aria-hidden />
              {t("dossier.share")}
            </MenuItem>
            <MenuItem id="remove" className="menu-item plain" textValue={t("dossier.remove")}>
              <Trash2 className="icon" aria-hidden />
              {t("dossier.remove")}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ShareDialog dossier={dossier} isOpen={isSharing} onClose={() => setSharing(false)} />
      <HandoutDialog id={id} isOpen={isPrinting} onClose={() => setPrinting(false)} />
    </div>
  );
}
