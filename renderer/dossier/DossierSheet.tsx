/** One dossier: what it is for, its items in order, and what can be done with it. */
import { GitCompare, RotateCcw } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Dossier } from "../../archive/dossier.ts";
import { minutesOf } from "../../archive/dossierItems.ts";
import type { Failure, SearchTerm } from "../../archive/model.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { Control } from "../frame/Control.tsx";
import { FailureNote } from "../frame/FailureNote.tsx";
import { FindBar } from "../frame/FindBar.tsx";
import { Loading } from "../frame/Loading.tsx";
import type { ScrollKeeper } from "../scrollKeeper.ts";
import { CompareDialog } from "./CompareDialog.tsx";
import "./dossier.css";
import { keepTyped, restoreDossier } from "./dossierActs.ts";
import { DossierActions } from "./DossierActions.tsx";
import { DossierItems } from "./DossierItems.tsx";
import { numberOf, TypedField } from "./TypedField.tsx";
import { useDossierPlace } from "./useDossierPlace.ts";
import { useDossier, useDossiers } from "./useDossiers.ts";
import { useFinding } from "./useFinding.ts";
import type { Saved } from "./useTyped.ts";

interface DossierSheetProps {
  id: string;
  /** The item to open at. */
  item: string | null;
  /** Of the search that led here; marked. */
  terms: readonly SearchTerm[];
  visit: number;
  scroll: ScrollKeeper;
  onDossier(id: string): void;
  /** Opens a section of a letter, or a page of a report; with the note whose words are wanted there. */
  onPassage(id: string, isPage: boolean, note?: string): void;
  onRemoved(): void;
}

export function DossierSheet({ id, item, terms, visit, scroll, onDossier, onPassage, onRemoved }: DossierSheetProps) {
  const { t } = useTranslation();
  const asked = useDossier(id);
  const scroller = useRef<HTMLDivElement>(null);
  const finding = useFinding(scroller, terms, visit);
  const { text, walk } = finding;
  useDossierPlace(scroller, visit, item, scroll, asked.state === "value");
  return (
    <>
      {text !== null && (
        <FindBar
          label={t("dossier.find")}
          walk={{ text, total: walk.total, ordinal: walk.here === null ? null : walk.here + 1, type: finding.type, step: walk.step }}
          calls={finding.calls}
          onClose={finding.close}
        />
      )}
      <div ref={scroller} className="sheet-scroller" tabIndex={-1}>
        {asked.state === "pending" && <Loading text={t("app.loading")} />}
        {asked.state === "failure" && <Unavailable id={id} failure={asked.failure} />}
        {asked.state === "value" && <DossierArticle dossier={asked.value} terms={finding.terms} onDossier={onDossier} onPassage={onPassage} onRemoved={onRemoved} />}
      </div>
    </>
  );
}

/** One that was removed, here or by another window, can be had back from where one is. */
function Unavailable({ id, failure }: { id: string; failure: Failure }) {
  const { t } = useTranslation();
  return (
    <div className="dossier-removed">
      <h1 className="visually-hidden">{frenchTypography(failure.title ?? t("dossier.one"))}</h1>
      <FailureNote failure={failure} />
      {failure.code === "item-removed" && <Control icon={RotateCcw} name={t("dossier.restore")} look="outlined" onPress={() => void restoreDossier(id, t)} />}
    </div>
  );
}

function DossierArticle({ dossier, terms, onDossier, onPassage, onRemoved }: Pick<DossierSheetProps, "terms" | "onDossier" | "onPassage" | "onRemoved"> & { dossier: Dossier }) {
  const { t } = useTranslation();
  const { id, title, purpose, groupSize, minutes } = dossier;
  const saveWords = (field: "title" | "purpose") => async (typed: string, was: string): Promise<Saved> => {
    const text = field === "title" ? typed.trim() : typed;
    if (field === "title" && text === "") return "dropped";
    return keepTyped(id, { kind: "head", [field]: text, was: { [field]: was } }, { role: "instruction", text: typed, after: null }, t);
  };
  const labels = { groupSize: t("dossier.groupSize"), minutes: t("dossier.minutes") };
  const saveNumber = (field: "groupSize" | "minutes", least: number) => async (text: string, was: string): Promise<Saved> => {
    const number = numberOf(text, least);
    if (number === undefined) return "dropped";
    const kept = { role: "instruction" as const, text: t("dossier.keptField", { name: labels[field], value: text }), after: null };
    return keepTyped(id, { kind: "head", [field]: number, was: { [field]: numberOf(was, least) } }, kept, t);
  };
  return (
    <article className="dossier">
      {/* For the focus, and for who goes from heading to heading: what is seen is the field. */}
      <h1 tabIndex={-1} className="visually-hidden">
        {frenchTypography(title)}
      </h1>
      <header>
        <TypedField className="dossier-title" label={t("dossier.title")} isLabelHidden value={title} onSave={saveWords("title")} />
        <TypedField kind="lines" label={t("dossier.purpose")} placeholder={t("dossier.purposeHint")} value={purpose} onSave={saveWords("purpose")} />
        <div className="dossier-facts">
          <TypedField kind="number" label={labels.groupSize} value={groupSize === null ? "" : String(groupSize)} onSave={saveNumber("groupSize", 1)} />
          <TypedField kind="number" label={labels.minutes} value={minutes === null ? "" : String(minutes)} onSave={saveNumber("minutes", 0)} />
          <Planned dossier={dossier} />
        </div>
        <Received id={id} />
        <DossierActions dossier={dossier} onDossier={onDossier} onRemoved={onRemoved} />
      </header>
      <DossierItems dossier={dossier} terms={terms} onPassage={onPassage} />
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
