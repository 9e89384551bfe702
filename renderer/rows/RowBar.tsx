/** In the bar over a letter: where one is in the row, which row that is, and the steps to what comes before and next. */
import { Check, ChevronDown, ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo } from "react";
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { LetterHead } from "../../archive/model.ts";
import type { Row } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { useLibrary } from "../library.ts";
import type { LetterPlace } from "../place.ts";
import { type Position, positionIn, rowKey, rowsOf, type Stop } from "./rows.ts";
import "./rows.css";
import { stopPlace } from "./stopPlace.ts";
import { useRowWords } from "./useRowWords.ts";

const sides = ["previous", "next"] as const;

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
  const { row, number, count } = position;
  const where = words.placeOf(position);
  const steps = useSteps(position, onPlace);
  return (
    <div className="row-bar" role="group" aria-label={t("rows.nav")}>
      <span className="step">
        <Control icon={ChevronLeft} name={steps.previous.name} iconOnly isDisabled={!steps.previous.go} onPress={() => steps.previous.go?.()} />
      </span>
      <MenuTrigger>
        <Button className="control row-choice" aria-label={t("rows.choose", { where })}>
          <span className="where">{where}</span>
          <span className="figures">{t("rows.figures", { number, count })}</span>
          <ChevronDown className="icon" aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end">
          <RowMenu head={head} place={place} row={row} steps={steps} onPlace={onPlace} onRow={onRow} />
        </Popover>
      </MenuTrigger>
      <span className="step">
        <Control icon={ChevronRight} name={steps.next.name} iconOnly isDisabled={!steps.next.go} onPress={() => steps.next.go?.()} />
      </span>
    </div>
  );
}

interface Step {
  name: string;
  /** Undefined at the end of the row. */
  go: (() => void) | undefined;
}

type Steps = Record<"previous" | "next", Step>;

function useSteps({ row, previous, next }: Position, onPlace: RowBarProps["onPlace"]): Steps {
  const { t } = useTranslation();
  const ofTexts = row.kind === "rubric";
  const to = (stop: Stop | null): Step["go"] => (stop ? () => onPlace(stopPlace(stop, row)) : undefined);
  return {
    previous: { name: ofTexts ? t("rows.previousText") : t("rows.previousLetter"), go: to(previous) },
    next: { name: ofTexts ? t("rows.nextText") : t("rows.nextLetter"), go: to(next) },
  };
}

function RowMenu({ head, place, row, steps, onPlace, onRow }: Omit<RowBarProps, "position"> & { row: Row; steps: Steps }) {
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
  const act = (key: string): void => {
    if (key === "previous" || key === "next") steps[key].go?.();
    else choose(key);
  };
  return (
    // The steps are here for where the bar has no room for them.
    <Menu className="menu" aria-label={t("rows.nav")} disabledKeys={sides.filter((side) => !steps[side].go)} onAction={(key) => act(String(key))}>
      <MenuSection aria-label={words.nameOf(row)}>
        {sides.map((side) => (
          <MenuItem key={side} id={side} textValue={steps[side].name} className="menu-item plain">
            {side === "next" ? <ChevronRight className="icon" aria-hidden /> : <ChevronLeft className="icon" aria-hidden />}
            {steps[side].name}
          </MenuItem>
        ))}
      </MenuSection>
      <Separator />
      <MenuSection aria-label={t("rows.nav")} selectionMode="single" selectedKeys={[rowKey(row)]}>
        {positions.map((position) => (
          <MenuItem key={rowKey(position.row)} id={rowKey(position.row)} textValue={words.placeOf(position)} className="menu-item">
            <Check className="icon" aria-hidden />
            {words.placeOf(position)}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  );
}
