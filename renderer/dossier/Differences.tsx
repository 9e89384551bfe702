/** What two copies of a dossier do not have alike, side by side: fields of the whole, and items; with a choice for each. */
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DossierItem } from "../../archive/dossier.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import type { Comparison } from "../bridge.ts";
import { Choice } from "../comfort/Choice.tsx";

export type Side = "mine" | "theirs" | "both";

interface DifferencesProps<Difference> {
  differences: readonly Difference[];
  /** By field, or item. */
  sides: Record<string, Side>;
  onChange(which: string, side: Side): void;
}

export function HeadDifferences({ differences, sides, onChange }: DifferencesProps<Comparison["head"][number]>) {
  const { t } = useTranslation();
  const labels = { title: t("dossier.title"), purpose: t("dossier.purpose"), groupSize: t("dossier.groupSize"), minutes: t("dossier.minutes") };
  return differences.map(({ name, mine, theirs, mayBeBoth }) => (
    <Difference
      key={name}
      label={labels[name]}
      mine={fieldInWords(name, mine, t)}
      theirs={fieldInWords(name, theirs, t)}
      mayBeBoth={mayBeBoth}
      side={sides[name] ?? "mine"}
      onChange={(side) => onChange(name, side)}
    />
  ));
}

export function ItemDifferences({ differences, sides, onChange }: DifferencesProps<Comparison["differences"][number]>) {
  const { t } = useTranslation();
  return differences.map(({ item, mine, theirs }) => (
    <Difference
      key={item}
      label={nameOf(mine ?? theirs, t)}
      mine={mine ? itemInWords(mine, t) : <em>{t("dossier.absent")}</em>}
      theirs={theirs ? itemInWords(theirs, t) : <em>{t("dossier.absent")}</em>}
      mayBeBoth={mine !== null && theirs !== null}
      side={shownSide(sides[item] ?? "mine", mine, theirs)}
      onChange={(side) => onChange(item, side)}
    />
  ));
}

interface DifferenceProps {
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
  mayBeBoth: boolean;
  side: Side;
  onChange(side: Side): void;
}

function Difference({ label, mine, theirs, mayBeBoth, side, onChange }: DifferenceProps) {
  const { t } = useTranslation();
  const options: Partial<Record<Side, string>> = { mine: t("dossier.mine"), theirs: t("dossier.theirs"), ...(mayBeBoth && { both: t("dossier.both") }) };
  return (
    <li>
      <div className="sides">
        <p>{mine}</p>
        <p>{theirs}</p>
      </div>
      <Choice label={label} options={options as Record<Side, string>} value={side} onChange={onChange} />
    </li>
  );
}

/** One that only one copy has is kept by choosing that copy. */
function shownSide(side: Side, own: DossierItem | null, other: DossierItem | null): Side {
  if (side !== "both" || (own && other)) return side;
  return own ? "mine" : "theirs";
}

function fieldInWords(name: Comparison["head"][number]["name"], value: string | number | null, t: TFunction): ReactNode {
  if (value === null || value === "") return <em>{t("dossier.notSaid")}</em>;
  if (typeof value === "string") return frenchTypography(value);
  return name === "groupSize" ? t("dossier.groupOf", { count: value }) : t("dossier.minutesShort", { count: value });
}

function itemInWords(item: DossierItem, t: TFunction): string {
  if (item.kind === "passage") return frenchTypography(`${item.title} — ${item.text}`.slice(0, 400));
  const words = frenchTypography(item.text.slice(0, 400)) || t("dossier.notSaid");
  return item.minutes === null ? words : `${words} · ${t("dossier.minutesShort", { count: item.minutes })}`;
}

function nameOf(item: DossierItem | null, t: TFunction): string {
  return frenchTypography((item?.kind === "text" ? item.text.trim() : (item?.title ?? "")).slice(0, 60)) || t("dossier.text");
}
