/** One of those known, or a new one that is typed: the combo box for rubrics and collections. */
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { fold } from "../../archive/text/fold.ts";

export interface Choice {
  id: string;
  title: string;
}

interface ChoiceFieldProps {
  label: string;
  isLabelHidden?: boolean;
  options: readonly Choice[];
  /** An option's id; null for none. */
  value: string | null;
  placeholder?: string;
  /** Whether an emptied field is a choice too. */
  canBeNone?: boolean;
  /** Given an option's id, the title of a new one, or null for none. */
  onCommit(choice: string | null): void;
}

interface Typing {
  text: string;
  /** It was committed, and the value is yet to follow. */
  isDone: boolean;
}

/** Marks the option that makes a new one of what is typed: no id has a space. */
const newKey = "a new one";

export function ChoiceField({ label, isLabelHidden = false, options, value, placeholder = "", canBeNone = false, onCommit }: ChoiceFieldProps) {
  const { t } = useTranslation();
  const title = options.find(({ id }) => id === value)?.title ?? "";
  const [typing, setTyping] = useState<Typing | null>(null);
  const [followed, setFollowed] = useState(value);
  // What was chosen stays until the value follows: a text that went and came again would open the list once more.
  if (followed !== value) {
    setFollowed(value);
    setTyping(null);
  }
  const typed = typing?.text ?? null;
  const text = typed ?? title;
  const wanted = fold(text.trim());
  const isFiltered = typed !== null && typed !== title && wanted !== "";
  const matching = isFiltered ? options.filter((option) => fold(option.title).includes(wanted)) : options;
  const exact = options.find((option) => fold(option.title) === wanted);
  const items = [...matching, ...(isFiltered && !exact ? [{ id: newKey, title: t("card.create", { title: text.trim() }) }] : [])];
  const choose = (chosen: string | null, shown: string): void => {
    if (chosen === value) return setTyping(null);
    setTyping({ text: shown, isDone: true });
    onCommit(chosen);
  };
  const commitTyped = (): void => {
    if (typed === null || typing?.isDone) return;
    if (wanted === "") return canBeNone ? choose(null, "") : setTyping(null);
    choose(exact?.id ?? typed.trim(), exact?.title ?? typed.trim());
  };
  return (
    <ComboBox
      className="field choice-field"
      items={items}
      inputValue={text}
      selectedKey={typed === null ? value : null}
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="input"
      onInputChange={(now) => now !== text && setTyping({ text: now, isDone: false })}
      onSelectionChange={(key) => {
        if (key === newKey) choose(text.trim(), text.trim());
        else if (key !== null) choose(String(key), options.find(({ id }) => id === key)?.title ?? "");
      }}
      onBlur={commitTyped}
      onKeyDown={(event) => {
        // With an option under the keys, it is that one which is chosen.
        const isWalking = event.target instanceof Element && event.target.hasAttribute("aria-activedescendant");
        if (event.key === "Enter" && !isWalking) commitTyped();
        if (event.key === "Escape") setTyping(null);
      }}
    >
      <Label className={isLabelHidden ? "visually-hidden" : "label"}>{label}</Label>
      <div className="combo">
        <Input className="input" placeholder={placeholder} maxLength={200} spellCheck={false} />
        <Button className="open">
          <ChevronDown className="icon" aria-hidden />
        </Button>
      </div>
      <Popover className="popover choices">
        <ListBox<Choice> className="menu">{({ id, title: name }) => <ListBoxItem id={id} textValue={name} className={id === newKey ? "menu-item plain new" : "menu-item plain"}>{name}</ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  );
}
