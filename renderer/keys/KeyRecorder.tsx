/** A button that, once pressed, takes the next keys for a shortcut. Escape and Tab leave it, so that nobody is caught in it. */
import { type KeyboardEvent, type ReactNode, type Ref, useState } from "react";
import { useTranslation } from "react-i18next";
import { chordOf } from "../bridge.ts";
import { Chord } from "./Chord.tsx";
import { isMac, pressOf } from "./platform.ts";

interface KeyRecorderProps {
  name: string;
  /** What it holds now. */
  chord?: string;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
  onChord(chord: string): void;
  /** Delete was pressed. */
  onRemove?(): void;
}

export function KeyRecorder({ name, chord, children, ref, onChord, onRemove }: KeyRecorderProps) {
  const { t } = useTranslation();
  const [isRecording, setRecording] = useState(false);
  const press = (event: KeyboardEvent): void => {
    if (!isRecording || (event.key === "Tab" && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = chordOf(pressOf(event.nativeEvent), isMac);
    if (pressed === null) return;
    setRecording(false);
    if (pressed === "Escape") return;
    if (pressed === "Delete" || pressed === "Backspace") onRemove?.();
    else onChord(pressed);
  };
  return (
    <button
      ref={ref}
      type="button"
      className={isRecording ? "key-button recording" : "key-button"}
      aria-label={isRecording ? `${t("keys.press")} ${t("keys.pressHint")}` : name}
      title={isRecording ? t("keys.pressHint") : name}
      {...(isRecording && { "data-records-keys": true })}
      onClick={() => setRecording(true)}
      onKeyDown={press}
      onBlur={() => setRecording(false)}
    >
      {isRecording && t("keys.press")}
      {!isRecording && (chord === undefined ? children : <Chord chord={chord} />)}
    </button>
  );
}
