/** A field whose text is kept while it is typed: a line, several, or a number. */
import { type Ref, useId } from "react";
import { type Saved, useTyped } from "./useTyped.ts";

interface TypedFieldProps {
  label: string;
  isLabelHidden?: boolean;
  value: string;
  kind?: "line" | "lines" | "number";
  placeholder?: string;
  className?: string;
  fieldRef?: Ref<HTMLTextAreaElement>;
  /** As `useTyped` has it. */
  onSave(text: string, was: string): Promise<Saved>;
}

export function TypedField({ label, isLabelHidden = false, value, kind = "line", placeholder = "", className = "", fieldRef, onSave }: TypedFieldProps) {
  const { text, type, flush } = useTyped(value, onSave);
  const id = useId();
  const shared = { id, value: text, placeholder, spellCheck: false, onBlur: flush, className: "input" };
  return (
    <div className={`typed-field ${className}`}>
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : "label"}>
        {label}
      </label>
      {kind === "lines" ? (
        <div className="grows">
          <textarea {...shared} ref={fieldRef ?? null} rows={1} maxLength={5000} onChange={({ target }) => type(target.value)} />
          {/* Over the field, to make it as high as what is in it, and to be marked. */}
          <div className="mirror" aria-hidden data-mirrors>
            {`${text}\n`}
          </div>
        </div>
      ) : (
        <input {...shared} type={kind === "number" ? "number" : "text"} min={0} max={9999} maxLength={300} autoComplete="off" onChange={({ target }) => type(target.value)} />
      )}
    </div>
  );
}

/** What was typed into a field for numbers; null for nothing, undefined for what is none. */
export function numberOf(text: string, least: number): number | null | undefined {
  if (text.trim() === "") return null;
  const number = Number(text);
  return Number.isInteger(number) && number >= least && number <= 9999 ? number : undefined;
}
