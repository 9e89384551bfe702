/** A choice that is on or off, with a line that says what it does. */
import { Checkbox } from "react-aria-components";
import { Tick } from "../settings/Tick.tsx";
import "./choices.css";

interface OnOffProps {
  name: string;
  hint?: string;
  isOn: boolean;
  onChange(isOn: boolean): void;
}

export function OnOff({ name, hint, isOn, onChange }: OnOffProps) {
  return (
    <Checkbox className="tick" isSelected={isOn} onChange={onChange}>
      <Tick />
      <span>
        {name}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </Checkbox>
  );
}
