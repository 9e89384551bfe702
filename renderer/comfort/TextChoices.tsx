/** The choices of colours and of type: the same in the settings and in the "Aa" over a letter. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { bounds, defaultComfort, type Settings } from "../bridge.ts";
import type { SettingsState } from "../useSettings.ts";
import { Choice } from "./Choice.tsx";
import { Measure } from "./Measure.tsx";
import { OnOff } from "./OnOff.tsx";

type Chosen = Pick<SettingsState, "settings" | "change">;

export function ThemeChoice({ settings, change }: Chosen) {
  const { t } = useTranslation();
  const options: Record<Settings["theme"], string> = {
    system: t("comfort.themeSystem"),
    light: t("comfort.themeLight"),
    sepia: t("comfort.themeSepia"),
    dark: t("comfort.themeDark"),
    contrast: t("comfort.themeContrast"),
    "contrast-dark": t("comfort.themeContrastDark"),
  };
  return (
    <Choice
      label={t("comfort.theme")}
      options={options}
      value={settings.theme}
      onChange={(theme) => change({ theme })}
      sample={swatchOf}
    />
  );
}

export function FaceChoice({ settings, change }: Chosen) {
  const { t } = useTranslation();
  const options = { serif: t("comfort.faceSerif"), sans: t("comfort.faceSans"), legible: t("comfort.faceLegible") };
  return (
    <Choice
      label={t("comfort.face")}
      options={options}
      value={settings.textFace}
      onChange={(textFace) => change({ textFace })}
      sample={letterOf}
    />
  );
}

export function MeasureChoices({ settings: { textSize, lineHeight, lineWidth }, change }: Chosen) {
  const { t, i18n } = useTranslation();
  const sayLeading = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <Measure
        label={t("comfort.size")}
        value={textSize}
        bounds={bounds.textSize}
        say={(value) => t("comfort.percent", { percent: Math.round((value / defaultComfort.textSize) * 100) })}
        onChange={(value) => change({ textSize: value })}
      />
      <Measure label={t("comfort.leading")} value={lineHeight} bounds={bounds.lineHeight} say={(value) => sayLeading.format(value)} onChange={(value) => change({ lineHeight: value })} />
      <Measure
        label={t("comfort.width")}
        value={lineWidth}
        bounds={bounds.lineWidth}
        say={(value) => t("comfort.characters", { count: value })}
        onChange={(value) => change({ lineWidth: value })}
      />
    </>
  );
}

export function SettingChoices({ settings: { isJustified, frenchTypography, inclusiveInFull }, change }: Chosen) {
  const { t } = useTranslation();
  return (
    <div className="ticks">
      <OnOff name={t("comfort.justified")} isOn={isJustified} onChange={(isOn) => change({ isJustified: isOn })} />
      <OnOff name={t("comfort.inclusive")} hint={t("comfort.inclusiveHint")} isOn={inclusiveInFull} onChange={(isOn) => change({ inclusiveInFull: isOn })} />
      <OnOff name={t("comfort.typography")} hint={t("comfort.typographyHint")} isOn={frenchTypography} onChange={(isOn) => change({ frenchTypography: isOn })} />
    </div>
  );
}

function swatchOf(theme: Settings["theme"]): ReactNode {
  return (
    <span className={theme === "system" ? "swatch system" : "swatch"} data-theme={theme === "system" ? undefined : theme} aria-hidden>
      {theme === "system" ? null : "a"}
    </span>
  );
}

function letterOf(face: Settings["textFace"]): ReactNode {
  return (
    <span className={`face ${face}`} aria-hidden>
      Aa
    </span>
  );
}
