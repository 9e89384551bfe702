/** In the bar over a letter: where one is in the row, which row that is, and the steps to what comes before and next. */
import { Check, ChevronDown, ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { LetterHead } from "../../archive/model.ts";
import type { Row } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { useLibrary } from "../library.ts";
import type { LetterPlace } from "../place.ts";
import { type Position, positionIn, rowKey, rowsOf } from "./rows.ts";
import "./rows.css";
import { stopPlace } from "./stopPlace.ts";
import { useRowWords } from "./useRowWords.ts";

interface RowBarProps {
  head: LetterHead;
  place: LetterPlace;
  position: Position;
  onPlace(place: LetterPlace): void;
  /** Another row, without going anywhere. */
  onRow(row: Row): void;
}

export function RowBar({ head, place, position, onPlace, onRow }: RowBarProps) {
  const { t } = useTranslation();
  const words = useRowWords();
  const { row, number, count, previous, next } = position;
  const ofTexts = row.kind === "rubric";
  const where = words.placeOf(position);
  return (
    <div className="row-bar" role="group" aria-label={t("rows.nav")}>
      <Control
        icon={ChevronLeft}
        name={ofTexts ? t("rows.previousText") : t("rows.previousLetter")}
        iconOnly
        isDisabled={!previous}
        onPress={() => previous && onPlace(stopPlace(previous, row))}
      />
      <MenuTrigger>
        <Button className="control row-choice" aria-label={t("rows.choose", { where })}>
          <span className="where">{where}</span>
          <span className="figures">{t("rows.figures", { number, count })}</span>
          <ChevronDown className="icon" aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end">
          <RowMenu head={head} place={place} row={row} onPlace={onPlace} onRow={onRow} />
        </Popover>
      </MenuTrigger>
      <Control
        icon={ChevronRight}
        name={ofTexts ? t("rows.nextText") : t("rows.nextLetter")}
        iconOnly
        isDisabled={!next}
        onPress={() => next && onPlace(stopPlace(next, row))}
      />
    </div>
  );
}

function RowMenu({ head, place, row, onPlace, onRow }: Omit<RowBarProps, "position"> & { row: Row }) {
  const { t } = useTranslation();
  const { letters, collections } = useLibrary();
  const words = useRowWords();
  const positions = useMemo(
    () => rowsOf(head, place.section, collections.length).flatMap((each) => positionIn(each, letters, place) ?? []),
    [head, place, letters, collections.length],
  );
  const choose = (key: string): void => {
    const chosen = positions.find((each) => rowKey(each.row) === key)?.row;
    if (!chosen) return;
    const isHere = chosen.kind !== "rubric" || head.sections.find(({ id }) => id === place.section)?.rubric === chosen.id;
    const section = isHere ? undefined : head.sections.find(({ rubric }) => chosen.kind === "rubric" && rubric === chosen.id);
    if (section) onPlace(stopPlace({ letter: head, section }, chosen));
    else onRow(chosen);
  };
  return (
    <Menu className="menu" aria-label={t("rows.nav")} selectionMode="single" selectedKeys={[rowKey(row)]} onAction={(key) => choose(String(key))}>
      {positions.map((position) => (
        <MenuItem key={rowKey(position.row)} id={rowKey(position.row)} textValue={words.placeOf(position)} className="menu-item">
          <Check className="icon" aria-hidden />
          {words.placeOf(position)}
        </MenuItem>
      ))}
    </Menu>
  );
}
