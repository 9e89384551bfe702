/** The person's choices. Each applies at once and is kept. */
import { Checkbox, CheckboxGroup, Dialog, Heading, Label, Modal, ModalOverlay, Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Settings } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { useLibrary } from "../library.ts";
import type { SettingsState } from "../useSettings.ts";
import "./settings.css";
import { Tick } from "./Tick.tsx";

interface SettingsDialogProps {
  isOpen: boolean;
  state: SettingsState;
  onClose(): void;
}

export function SettingsDialog({ isOpen, state: { settings, change, notKept }, onClose }: SettingsDialogProps) {
  const { t } = useTranslation();
  const themes = { system: t("settings.themeSystem"), light: t("settings.themeLight"), dark: t("settings.themeDark") };
  const languages = { system: t("settings.languageSystem"), fr: t("settings.languageFr"), en: t("settings.languageEn") };
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog settings">
          <Heading slot="title">{t("settings.title")}</Heading>
          <Choice label={t("settings.theme")} options={themes} value={settings.theme} onChange={(theme) => change({ theme })} />
          <Choice label={t("settings.language")} options={languages} value={settings.language} onChange={(language) => change({ language })} />
          <CollectionsChoice settings={settings} change={change} />
          <p className="said" role="status">
            {notKept && t("settings.failed")}
          </p>
          <div className="actions">
            <Control name={t("app.close")} look="outlined" onPress={onClose} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  /** Values with their names, in the order shown. */
  options: Record<Value, string>;
  value: Value;
  onChange(value: Value): void;
}

function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <RadioGroup className="choice" orientation="horizontal" value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Label className="label">{label}</Label>
      <div className="segments">
        {Object.entries<string>(options).map(([each, name]) => (
          <Radio key={each} value={each} className="segment">
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
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
      <Label className="label">{t("settings.collections")}</Label>
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
