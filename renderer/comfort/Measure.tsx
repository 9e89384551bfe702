/** A choice between two ends: a slider with its value beside it, moved by mouse or arrows, and a smaller and a larger button. */
import { Minus, Plus } from "lucide-react";
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import "./choices.css";

interface MeasureProps {
  label: string;
  value: number;
  bounds: { min: number; max: number; step: number };
  /** The value as it is read: "18 px". */
  say(value: number): string;
  onChange(value: number): void;
}

export function Measure({ label, value, bounds: { min, max, step }, say, onChange }: MeasureProps) {
  const { t } = useTranslation();
  const move = (by: number): void => onChange(Math.min(max, Math.max(min, Number((value + by).toFixed(2)))));
  return (
    <Slider className="measure" value={value} minValue={min} maxValue={max} step={step} onChange={(chosen) => onChange(chosen)}>
      <Label className="choice-label">{label}</Label>
      <SliderOutput className="measure-value">{say(value)}</SliderOutput>
      <div className="measure-row">
        <Control icon={Minus} name={t("comfort.less", { label })} iconOnly isDisabled={value <= min} onPress={() => move(-step)} />
        <SliderTrack className="track">
          <SliderThumb className="thumb" aria-label={label} />
        </SliderTrack>
        <Control icon={Plus} name={t("comfort.more", { label })} iconOnly isDisabled={value >= max} onPress={() => move(step)} />
      </div>
    </Slider>
  );
}
