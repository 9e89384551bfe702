/** The letters of the library, to tick some: filtered by what is typed, ticked or unticked all at once. */
import { useEffect, useMemo, useRef, useState } from "react";
import { Checkbox, CheckboxGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { fold } from "../../archive/text/fold.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { useLibrary } from "../library.ts";
import { Tick } from "../settings/Tick.tsx";
import { dateInWords } from "../words/dates.ts";

interface LetterPickerProps {
  /** Ids of letters. */
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
}

/** More would be slow to draw and slower to look through: typing narrows them down. */
const most = 200;
/** CSS pixels over the letter that was chosen first. */
const space = 56;

export function LetterPicker({ chosen, onChange }: LetterPickerProps) {
  const { t, i18n } = useTranslation();
  const { letters, collection } = useLibrary();
  const shownTitle = useShownTitle();
  const [filter, setFilter] = useState("");
  const lines = useMemo(
    () =>
      letters.map((letter) => {
        const about = [collection(letter.collection)?.title, dateInWords(letter.date, i18n.language)].filter(Boolean).join(" · ");
        return { id: letter.id, title: shownTitle(letter.title, letter.id), about, folded: fold(`${letter.title} ${about}`) };
      }),
    [letters, collection, shownTitle, i18n.language],
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(function showChosen() {
    const first = list.current?.querySelector<HTMLElement>("[data-selected]");
    if (list.current && first) list.current.scrollTop += first.getBoundingClientRect().top - list.current.getBoundingClientRect().top - space;
  }, []);
  const wanted = fold(filter).split(/\s+/);
  const shown = lines.filter(({ folded }) => wanted.every((word) => folded.includes(word)));
  const ids = shown.map(({ id }) => id);
  const choose = (visible: string[]): void => onChange(new Set([...[...chosen].filter((id) => !ids.includes(id)), ...visible]));
  return (
    <div className="letter-picker">
      <input type="search" aria-label={t("export.filter")} placeholder={t("export.filter")} value={filter} onChange={({ target }) => setFilter(target.value)} />
      <CheckboxGroup ref={list} className="picker-list" aria-label={t("export.several")} value={ids.filter((id) => chosen.has(id))} onChange={choose}>
        {shown.slice(0, most).map(({ id, title, about }) => (
          <Checkbox key={id} value={id} className="tick">
            <Tick />
            <span>
              {title}
              <span className="hint">{about}</span>
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      <p className="picker-foot">
        <span role="status">{t("export.chosen", { count: chosen.size })}</span>
        <button type="button" className="text-link" onClick={() => choose(ids)}>
          {t("export.all")}
        </button>
        <button type="button" className="text-link" onClick={() => choose([])}>
          {t("export.none")}
        </button>
      </p>
    </div>
  );
}
