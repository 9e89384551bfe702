/** Which voice reads aloud, and how fast; or why none can. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { bounds } from "../bridge.ts";
import { Measure } from "../comfort/Measure.tsx";
import type { SettingsState } from "../useSettings.ts";
import "./speech.css";
import { speaks, useVoices } from "./voices.ts";

export function VoiceChoices({ settings: { voice, speechRate }, change }: Pick<SettingsState, "settings" | "change">) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const voices = useVoices().filter(({ lang }) => speaks(lang, "fr") || speaks(lang, "en"));
  if (voices.length === 0) return <p className="hint">{t("speech.noVoice")}</p>;
  const sayRate = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1 });
  return (
    <>
      <div className="voice-choice">
        <label className="choice-label" htmlFor={id}>
          {t("speech.voice")}
        </label>
        <select id={id} value={voice ?? ""} onChange={({ target }) => change({ voice: target.value || null })}>
          <option value="">{t("speech.voiceSystem")}</option>
          {voices.map(({ voiceURI, name, lang }) => (
            <option key={voiceURI} value={voiceURI}>
              {name} ({lang})
            </option>
          ))}
        </select>
      </div>
      <Measure label={t("speech.rate")} value={speechRate} bounds={bounds.speechRate} say={(value) => t("speech.times", { rate: sayRate.format(value) })} onChange={(value) => change({ speechRate: value })} />
    </>
  );
}
