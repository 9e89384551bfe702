/** The settings of notes and quotations: what the colours are called, how references are written and copied. */
import { useTranslation } from "react-i18next";
import { noteColours } from "../../archive/noteColours.ts";
import type { Settings } from "../bridge.ts";
import { CommitField } from "../import/CommitField.tsx";
import { Swatch } from "./ColourChoice.tsx";
import { useUsualNames } from "./colourNames.ts";
import "./notes.css";
import { FormChoice, StyleChoice } from "./QuoteChoices.tsx";

interface NotesChoicesProps {
  settings: Settings;
  change(change: Partial<Settings>): void;
}

export function NotesChoices({ settings, change }: NotesChoicesProps) {
  const { t } = useTranslation();
  const usual = useUsualNames();
  return (
    <>
      <div className="choice" role="group" aria-label={t("notes.names")}>
        <span className="choice-label">{t("notes.names")}</span>
        <div className="note-names">
          {noteColours.map((colour) => (
            <div key={colour} className="note-name">
              <Swatch colour={colour} />
              <CommitField
                label={usual[colour]}
                isLabelHidden
                value={settings.noteNames[colour]}
                placeholder={usual[colour]}
                onCommit={(name) => change({ noteNames: { ...settings.noteNames, [colour]: name.slice(0, 40) } })}
              />
            </div>
          ))}
        </div>
      </div>
      <StyleChoice settings={settings} change={change} />
      <FormChoice settings={settings} change={change} />
      <p className="hint">{t("notes.formHint")}</p>
    </>
  );
}
