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

/** Marks the option that makes a new one of what is typed: no id has a space. */
const newKey = "a new one";

export function ChoiceField({ label, isLabelHidden = false, options, value, placeholder = "", canBeNone = false, onCommit }: ChoiceFieldProps) {
  const { t } = useTranslation();
  const title = options.find(({ id }) => id === value)?.title ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? title;
  const wanted = fold(text.trim());
  const isFiltered = typed !== null && typed !== title && wanted !== "";
  const matching = isFiltered ? options.filter((option) => fold(option.title).includes(wanted)) : options;
  const exact = options.find((option) => fold(option.title) === wanted);
  const items = [...matching, ...(isFiltered && !exact ? [{ id: newKey, title: t("card.create", { title: text.trim() }) }] : [])];
  const choose = (chosen: string | null): void => {
    setTyped(null);
    if (chosen !== value) onCommit(chosen);
  };
  const commitTyped = (): void => {
    if (typed === null) return;
    if (wanted === "") return canBeNone ? choose(null) : setTyped(null);
    choose(exact?.id ?? typed.trim());
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
      onInputChange={(now) => now !== text && setTyped(now)}
      onSelectionChange={(key) => key !== null && choose(key === newKey ? text.trim() : String(key))}
      onBlur={commitTyped}
      onKeyDown={(event) => {
        // With an option under the keys, it is that one which is chosen.
        const isWalking = event.target instanceof Element && event.target.hasAttribute("aria-activedescendant");
        if (event.key === "Enter" && !isWalking) commitTyped();
        if (event.key === "Escape") setTyped(null);
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
