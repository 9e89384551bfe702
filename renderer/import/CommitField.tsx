/** A line of text that is kept once one leaves it or presses Enter; Escape gives back what was there. */
import { type KeyboardEvent, type ReactNode, type Ref, useState } from "react";
import { FieldError, Input, Label, Text, TextField } from "react-aria-components";
import "./card.css";

interface CommitFieldProps {
  label: string;
  /** Shown in place of the label, which screen readers still hear. */
  isLabelHidden?: boolean;
  value: string;
  placeholder?: string;
  /** Why a text cannot be kept; null when it can. */
  check?(text: string): string | null;
  /** Under the field, for what stands in it. */
  hint?(text: string): ReactNode;
  isDisabled?: boolean;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** Called with another text than `value`, its outer spaces gone. */
  onCommit(text: string): void;
}

export function CommitField({ label, isLabelHidden = false, value, placeholder = "", check, hint, isDisabled = false, className = "", inputRef, onCommit }: CommitFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const error = typed === null ? null : (check?.(typed.trim()) ?? null);
  const commit = (): void => {
    if (typed === null || error !== null) return;
    setTyped(null);
    if (typed.trim() !== value) onCommit(typed.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) commit();
    else if (event.key === "Escape" && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    }
  };
  return (
    <TextField className={`field ${className}`} value={text} isInvalid={error !== null} isDisabled={isDisabled} onChange={setTyped} onBlur={commit} onKeyDown={onKeyDown}>
      <Label className={isLabelHidden ? "visually-hidden" : "label"}>{label}</Label>
      <Input ref={inputRef ?? null} className="input" placeholder={placeholder} spellCheck={false} autoComplete="off" maxLength={500} />
      {error === null && hint && (
        <Text slot="description" className="hint">
          {hint(text)}
        </Text>
      )}
      <FieldError className="hint error">{error}</FieldError>
    </TextField>
  );
}
