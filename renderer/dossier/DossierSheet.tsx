/** One dossier: what it is for, its items in order, and what can be done with it. */
import { Archive, ArchiveRestore, Copy, Ellipsis, FileDown, GitCompare, Presentation, Printer } from "lucide-react";
import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type Dossier, minutesOf } from "../../archive/dossier.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { bridge, type Language } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { FailureNote } from "../frame/FailureNote.tsx";
import { Loading } from "../frame/Loading.tsx";
import { runAction } from "../keys/actionHandlers.ts";
import { giveFailure, giveNotice } from "../import/notices.tsx";
import { CompareDialog } from "./CompareDialog.tsx";
import "./dossier.css";
import { changeDossier } from "./dossierActs.ts";
import { DossierItems } from "./DossierItems.tsx";
import { HandoutDialog } from "./HandoutDialog.tsx";
import { numberOf, TypedField } from "./TypedField.tsx";
import { useDossier, useDossiers } from "./useDossiers.ts";

interface DossierSheetProps {
  id: string;
  onDossier(id: string): void;
  /** Opens a section of a letter, or a page of a report. */
  onPassage(id: string, isPage: boolean): void;
}

export function DossierSheet({ id, onDossier, onPassage }: DossierSheetProps) {
  const { t } = useTranslation();
  const asked = useDossier(id);
  return (
    <div className="sheet-scroller">
      {asked.state === "pending" && <Loading text={t("app.loading")} />}
      {asked.state === "failure" && <FailureNote failure={asked.failure} />}
      {asked.state === "value" && <DossierArticle dossier={asked.value} onDossier={onDossier} onPassage={onPassage} />}
    </div>
  );
}

function DossierArticle({ dossier, onDossier, onPassage }: Omit<DossierSheetProps, "id"> & { dossier: Dossier }) {
  const { t } = useTranslation();
  const { id, title, purpose, groupSize, minutes } = dossier;
  const head = (change: Partial<Pick<Dossier, "title" | "purpose" | "groupSize" | "minutes">>): Promise<boolean> => changeDossier(id, { kind: "head", ...change }, t);
  const saveNumber = (field: "groupSize" | "minutes", least: number) => async (text: string): Promise<boolean> => {
    const number = numberOf(text, least);
    return number === undefined ? false : head({ [field]: number });
  };
  return (
    <article className="dossier">
      <header>
        {/* For the focus, and for who goes from heading to heading: what is seen is the field. */}
        <h1 tabIndex={-1} className="visually-hidden">
          {frenchTypography(title)}
        </h1>
        <TypedField className="dossier-title" label={t("dossier.title")} isLabelHidden value={title} onSave={async (text) => text.trim() !== "" && head({ title: text.trim() })} />
        <TypedField kind="lines" label={t("dossier.purpose")} placeholder={t("dossier.purposeHint")} value={purpose} onSave={(text) => head({ purpose: text })} />
        <div className="dossier-facts">
          <TypedField kind="number" label={t("dossier.groupSize")} value={groupSize === null ? "" : String(groupSize)} onSave={saveNumber("groupSize", 1)} />
          <TypedField kind="number" label={t("dossier.minutes")} value={minutes === null ? "" : String(minutes)} onSave={saveNumber("minutes", 0)} />
          <Planned dossier={dossier} />
        </div>
        <Received id={id} />
        <Actions dossier={dossier} onDossier={onDossier} />
      </header>
      <DossierItems dossier={dossier} onPassage={onPassage} />
    </article>
  );
}

function Planned({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const sum = minutesOf(dossier);
  if (dossier.minutes === null || sum === 0) return null;
  const over = sum - dossier.minutes;
  return <p className={over > 0 ? "planned over" : "planned"}>{over > 0 ? t("dossier.over", { sum, over }) : t("dossier.planned", { sum, total: dossier.minutes })}</p>;
}

function Received({ id }: { id: string }) {
  const { t } = useTranslation();
  const asked = useDossiers();
  const [isOpen, setOpen] = useState(false);
  const isReceived = asked.state === "value" && asked.value.some((head) => head.id === id && head.isReceived);
  return (
    <>
      {isReceived && (
        <div className="received" role="status">
          <span>{t("dossier.received")}</span>
          <Control icon={GitCompare} name={t("dossier.compare")} look="outlined" onPress={() => setOpen(true)} />
        </div>
      )}
      {/* It closes by itself, also when what it compared is merged meanwhile. */}
      <CompareDialog id={id} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

function Actions({ dossier: { id, title, archivedAt }, onDossier }: { dossier: Dossier; onDossier(id: string): void }) {
  const { t, i18n } = useTranslation();
  const [isPrinting, setPrinting] = useState(false);
  const isArchived = archivedAt !== null;
  const archiveName = isArchived ? t("dossier.unarchive") : t("dossier.archive");
  const language = i18n.language as Language;
  const save = async (withReports: boolean): Promise<void> => {
    const answer = await bridge.saveDossier({ id, language, form: "pack", withReports, look: { form: "a4", isLarge: false, isBlackAndWhite: false } });
    if (!answer.ok) giveFailure(t, answer.failure, answer.failure.title ?? title);
    else if (answer.value) giveNotice({ text: t("dossier.saved") });
  };
  const archive = async (): Promise<void> => {
    if (!(await changeDossier(id, { kind: "archive", isArchived: !isArchived }, t)) || isArchived) return;
    giveNotice({ text: t("dossier.archivedNow", { title }), undo: { name: t("dossier.undo"), run: () => void changeDossier(id, { kind: "archive", isArchived: false }, t) } });
  };
  const duplicate = async (): Promise<void> => {
    const made = await bridge.duplicateDossier({ id, title: t("dossier.copyOf", { title }).slice(0, 300) });
    if (made.ok) onDossier(made.value.id);
    else giveFailure(t, made.failure, title);
  };
  const act: Record<string, () => Promise<void>> = { reports: () => save(true), duplicate, archive };
  return (
    <div className="dossier-actions">
      <Control icon={Presentation} name={t("present.action")} look="outlined" onPress={() => runAction("present")} />
      <Control icon={FileDown} name={t("dossier.savePack")} look="outlined" onPress={() => void save(false)} />
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
            <MenuItem id="reports" className="menu-item plain" textValue={t("dossier.savePackWithReports")}>
              <FileDown className="icon" aria-hidden />
              {t("dossier.savePackWithReports")}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <HandoutDialog id={id} isOpen={isPrinting} onClose={() => setPrinting(false)} />
    </div>
  );
}
