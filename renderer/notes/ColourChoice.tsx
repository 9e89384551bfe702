/** One of the four colours, each with the line that tells it from the others without being seen in colour. */
import { Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type NoteColour, noteColours } from "../../archive/noteColours.ts";

interface ColourChoiceProps {
  names: Record<NoteColour, string>;
  value: NoteColour;
  onChange(colour: NoteColour): void;
}

export function ColourChoice({ names, value, onChange }: ColourChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup className="note-colours" orientation="horizontal" aria-label={t("notes.colour")} value={value} onChange={(colour) => onChange(colour as NoteColour)}>
      {noteColours.map((colour) => (
        <Radio key={colour} value={colour} className="note-colour">
          <Swatch colour={colour} />
          {names[colour]}
        </Radio>
      ))}
    </RadioGroup>
  );
}

export function Swatch({ colour }: { colour: NoteColour }) {
  return <span className={`note-swatch ${colour}`} aria-hidden />;
}
