/** One choice among a few, as a row of radios that look like keys. */
import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import "./choices.css";

interface ChoiceProps<Value extends string> {
  label: string;
  /** Values with their names, in the order shown. */
  options: Record<Value, string>;
  value: Value;
  onChange(value: Value): void;
  /** What stands before the name of a value: a sample of it. */
  sample?(value: Value): ReactNode;
}

export function Choice<Value extends string>({ label, options, value, onChange, sample }: ChoiceProps<Value>) {
  return (
    <RadioGroup className="choice" orientation="horizontal" value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Label className="choice-label">{label}</Label>
      <div className="segments">
        {Object.entries<string>(options).map(([each, name]) => (
          <Radio key={each} value={each} className="segment">
            {sample?.(each as Value)}
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
