/** What is to be printed or saved, and as what. Begins with what is being read; the shell asks where to. */
import { FileDown, Printer } from "lucide-react";
import { useId, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { bridge, type ExportTarget, type Language } from "../bridge.ts";
import { Choice } from "../comfort/Choice.tsx";
import { OnOff } from "../comfort/OnOff.tsx";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { FailureText } from "../frame/FailureNote.tsx";
import { type Library, useLibrary } from "../library.ts";
import { useNotes } from "../notes/noteStore.ts";
import type { SheetPlace } from "../place.ts";
import "./export.css";
import { LetterPicker } from "./LetterPicker.tsx";

interface ExportDialogProps {
  isOpen: boolean;
  /** What is being read. */
  sheet: SheetPlace;
  isTypeset: boolean;
  onClose(): void;
}

export function ExportDialog({ isOpen, onClose, ...reading }: ExportDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">{isOpen && <Export {...reading} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

type Extent = "letter" | "section" | "rubric" | "several";
type Format = Exclude<ExportTarget, "printer">;
type Outcome = { state: "idle" | "working" | "saved" | "printed" } | { state: "failed"; failure: Failure };

function Export({ sheet, isTypeset, onClose }: Omit<ExportDialogProps, "isOpen">) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const letter = sheet.kind === "letter" ? library.document(sheet.id) : undefined;
  const sections = letter?.kind === "letter" ? letter.sections : [];
  const [extent, setExtent] = useState<Extent>(firstExtent(sheet));
  const [section, setSection] = useState((sheet.kind === "letter" && sheet.section) || sections[0]?.id || "");
  const [several, setSeveral] = useState<ReadonlySet<string>>(new Set(letter ? [letter.id] : []));
  const [chosen, setFormat] = useState<Format>("pdf");
  const [withNotes, setWithNotes] = useState(false);
  const notes = useNotes();
  const [outcome, setOutcome] = useState<Outcome>({ state: "idle" });
  const sectionId = useId();

  const extents: Partial<Record<Extent, string>> = {
    ...(letter && { letter: t("export.letter") }),
    ...(sections.length > 0 && { section: t("export.section") }),
    ...(sheet.kind === "rubric" && { rubric: t("export.rubric") }),
    several: t("export.several"),
  };
  // A pack holds whole letters.
  const isWhole = extent === "letter" || extent === "several";
  const format = chosen === "pack" && !isWhole ? "pdf" : chosen;
  const formats = { pdf: t("export.pdf"), epub: t("export.epub"), html: t("export.html"), markdown: t("export.markdown"), ...(isWhole && { pack: t("export.pack") }) } as Record<Format, string>;
  const hints: Record<Format, string> = { pdf: t("export.hintPdf"), epub: t("export.hintEpub"), html: t("export.hintHtml"), markdown: t("export.hintMarkdown"), pack: t("export.hintPack") };
  const said = { idle: "", working: t("export.working"), saved: t("export.saved"), printed: t("export.printed"), failed: "" }[outcome.state];
  const ids = idsOf(extent, { sheet, section, several, library });
  const noted = notes.filter(({ note }) => ids.includes(note.target.document)).length;
  const isIdle = outcome.state !== "working";
  const send = (target: ExportTarget): void => {
    setOutcome({ state: "working" });
    bridge.exportLetters({ ids, target, language: i18n.language as Language, isTypeset, withNotes }).then(
      (answer) => setOutcome(outcomeOf(answer, target)),
      () => setOutcome({ state: "failed", failure: { code: "export-failed" } }),
    );
  };
  return (
    <Dialog className="dialog export">
      <Heading slot="title">{t("export.title")}</Heading>
      <Choice label={t("export.what")} options={extents as Record<Extent, string>} value={extent} onChange={setExtent} />
      {extent === "section" && (
        <div className="select-row">
          <label htmlFor={sectionId}>{t("export.sectionName")}</label>
          <select id={sectionId} value={section} onChange={({ target }) => setSection(target.value)}>
            {sections.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
      {extent === "several" && <LetterPicker chosen={several} onChange={setSeveral} />}
      <Choice label={t("export.format")} options={formats} value={format} onChange={setFormat} />
      <p className="hint">{hints[format]}</p>
      {format === "pack" && noted > 0 && <OnOff name={t("export.withNotes", { count: noted })} hint={t("export.withNotesHint")} isOn={withNotes} onChange={setWithNotes} />}
      <div className="said" role="status">
        {outcome.state === "failed" ? <FailureText failure={outcome.failure} /> : said}
      </div>
      <div className="actions">
        <Control name={t("app.close")} onPress={onClose} />
        <Control icon={Printer} name={t("export.print")} look="outlined" isDisabled={ids.length === 0} isPending={!isIdle} onPress={() => send("printer")} />
        <Control icon={FileDown} name={t("export.save")} look="primary" isDisabled={ids.length === 0} isPending={!isIdle} onPress={() => send(format)} />
      </div>
    </Dialog>
  );
}

function firstExtent({ kind }: SheetPlace): Extent {
  return kind === "letter" || kind === "rubric" ? kind : "several";
}

interface Wanted {
  sheet: SheetPlace;
  section: string;
  several: ReadonlySet<string>;
  library: Library;
}

/** Ids of the letters and passages to export. */
function idsOf(extent: Extent, { sheet, section, several, library }: Wanted): string[] {
  if (extent === "letter" && sheet.kind === "letter") return [sheet.id];
  if (extent === "section" && sheet.kind === "letter") return [`${sheet.id}#${section}`];
  if (extent === "rubric" && sheet.kind === "rubric") {
    return library.letters.flatMap(({ id, sections }) => sections.filter(({ rubric }) => rubric === sheet.id).map((each) => `${id}#${each.id}`));
  }
  return extent === "several" ? [...several] : [];
}

function outcomeOf(answer: Awaited<ReturnType<typeof bridge.exportLetters>>, target: ExportTarget): Outcome {
  if (!answer.ok) return { state: "failed", failure: answer.failure };
  if (!answer.value) return { state: "idle" };
  return { state: target === "printer" ? "printed" : "saved" };
}
