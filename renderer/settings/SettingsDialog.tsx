/** The person's choices, in chapters, beside a few lines that show them. Each applies at once and is kept. */
import { type ReactNode, useEffect, useRef } from "react";
import { Checkbox, CheckboxGroup, Dialog, Heading, Label, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { defaultComfort, type Settings } from "../bridge.ts";
import { Choice } from "../comfort/Choice.tsx";
import { OnOff } from "../comfort/OnOff.tsx";
import { Preview } from "../comfort/Preview.tsx";
import { FaceChoice, MeasureChoices, SettingChoices, ThemeChoice } from "../comfort/TextChoices.tsx";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { KeyChoices } from "../keys/KeyChoices.tsx";
import { useLibrary } from "../library.ts";
import { NotesChoices } from "../notes/NotesChoices.tsx";
import { ReadingChoices } from "../reading/ReadingChoices.tsx";
import { VoiceChoices } from "../speech/VoiceChoices.tsx";
import type { SettingsState } from "../useSettings.ts";
import "./settings.css";
import { Tick } from "./Tick.tsx";

interface SettingsDialogProps {
  isOpen: boolean;
  /** Whether the keyboard's chapter is wanted. */
  startsAtKeys: boolean;
  state: SettingsState;
  onClose(): void;
}

export function SettingsDialog({ isOpen, startsAtKeys, state, onClose }: SettingsDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal wide">
        <Chapters startsAtKeys={startsAtKeys} state={state} onClose={onClose} />
      </Modal>
    </ModalOverlay>
  );
}

function Chapters({ startsAtKeys, state, onClose }: Omit<SettingsDialogProps, "isOpen">) {
  const { t } = useTranslation();
  const { settings, change, failure } = state;
  const languages = { system: t("settings.languageSystem"), fr: t("settings.languageFr"), en: t("settings.languageEn") };
  return (
    <Dialog className="dialog settings">
      <Heading slot="title">{t("settings.title")}</Heading>
      <Preview />
      <div className="chapters">
        <Chapter title={t("settings.look")}>
          <ThemeChoice settings={settings} change={change} />
          <OnOff name={t("comfort.motion")} hint={t("comfort.motionHint")} isOn={settings.reducedMotion} onChange={(reducedMotion) => change({ reducedMotion })} />
        </Chapter>
        <Chapter title={t("settings.text")}>
          <FaceChoice settings={settings} change={change} />
          <MeasureChoices settings={settings} change={change} />
          <SettingChoices settings={settings} change={change} />
          <button type="button" className="text-link" onClick={() => change(defaultText)}>
            {t("comfort.reset")}
          </button>
        </Chapter>
        <Chapter title={t("settings.voice")}>
          <VoiceChoices settings={settings} change={change} />
        </Chapter>
        <Chapter title={t("notes.settings")}>
          <NotesChoices settings={settings} change={change} />
        </Chapter>
        <Chapter title={t("reading.settings")}>
          <ReadingChoices />
        </Chapter>
        <Chapter title={t("settings.general")}>
          <Choice label={t("settings.language")} options={languages} value={settings.language} onChange={(language) => change({ language })} />
          <CollectionsChoice settings={settings} change={change} />
        </Chapter>
        <Chapter title={t("keys.chapter")} isWanted={startsAtKeys}>
          <KeyChoices settings={settings} change={change} />
        </Chapter>
      </div>
      <footer className="settings-foot">
        <p className="said" role="status">
          {failure && t(`trouble.${failure.code}`)}
        </p>
        <Control name={t("app.close")} look="outlined" onPress={onClose} />
      </footer>
    </Dialog>
  );
}

const { voice: _voice, speechRate: _speechRate, reducedMotion: _reducedMotion, ...defaultText } = defaultComfort;

function Chapter({ title, isWanted = false, children }: { title: string; isWanted?: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(
    function beginHere() {
      if (!isWanted) return;
      heading.current?.scrollIntoView();
      heading.current?.focus();
    },
    [isWanted],
  );
  return (
    <section className="chapter">
      <h3 ref={heading} tabIndex={isWanted ? -1 : undefined}>
        {title}
      </h3>
      {children}
    </section>
  );
}

function CollectionsChoice({ settings, change }: { settings: Settings; change: SettingsState["change"] }) {
  const { t } = useTranslation();
  const { allCollections } = useLibrary();
  if (allCollections.length === 0) return null;
  const shown = allCollections.map(({ id }) => id).filter((id) => !settings.hiddenCollections.includes(id));
  const choose = (chosen: string[]): void => {
    change({ hiddenCollections: allCollections.map(({ id }) => id).filter((id) => !chosen.includes(id)) });
  };
  return (
    <CheckboxGroup className="choice" value={shown} onChange={choose}>
      <Label className="choice-label">{t("settings.collections")}</Label>
      {allCollections.map(({ id, title, sample }) => (
        <Checkbox key={id} value={id} className="tick">
          <Tick />
          <span>{title}</span>
          {sample && <span className="badge">{t("app.sample")}</span>}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
