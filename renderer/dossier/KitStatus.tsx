/** How far a kit is: the step is told to screen readers as it begins; the bar, the file and the bytes are there to be looked at. */
import { CircleStop } from "lucide-react";
import { ProgressBar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { KitProgress } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { sizeInWords } from "../words/sizes.ts";

interface KitStatusProps {
  progress: KitProgress;
  isEnding: boolean;
  onStop(): void;
}

export function KitStatus({ progress: { step, file, done, total }, isEnding, onStop }: KitStatusProps) {
  const { t, i18n } = useTranslation();
  const steps: Record<KitProgress["step"], string> = { making: t("dossier.kitMaking"), writing: t("dossier.kitWriting"), reading: t("dossier.kitReading") };
  const inWords = (count: number): string => (step === "making" ? String(count) : sizeInWords(count, i18n.language));
  const size = t("dossier.kitFiles", { done: inWords(done), total: inWords(total) });
  return (
    <div className="kit-status">
      <p role="status" className="kit-step">
        {isEnding ? t("dossier.kitEnding") : steps[step]}
      </p>
      <ProgressBar className="bar" aria-label={t("dossier.kitWorking")} value={done} maxValue={Math.max(total, 1)} valueLabel={`${file} ${size}`.trim()}>
        {({ percentage }) => <span className="fill" style={{ width: `${percentage ?? 0}%` }} />}
      </ProgressBar>
      <p className="kit-file">
        <span className="name">{file}</span>
        <span className="size">{size}</span>
      </p>
      <div className="kit-foot">
        <span className="hint">{step === "making" ? "" : t("dossier.kitKeep")}</span>
        <Control icon={CircleStop} name={t("dossier.kitCancel")} look="outlined" isDisabled={isEnding} onPress={onStop} />
      </div>
    </div>
  );
}
