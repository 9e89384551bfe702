/** What the four colours are called: by the person, or as usual. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type NoteColour, noteColours } from "../../archive/noteColours.ts";

type Names = Record<NoteColour, string>;

export function useUsualNames(): Names {
  const { t } = useTranslation();
  return useMemo(
    () => ({ keep: t("notes.colours.keep"), discuss: t("notes.colours.discuss"), check: t("notes.colours.check"), idea: t("notes.colours.idea") }),
    [t],
  );
}

export function useColourNames(own: Names): Names {
  const usual = useUsualNames();
  return useMemo(() => Object.fromEntries(noteColours.map((colour) => [colour, own[colour] || usual[colour]])) as Names, [own, usual]);
}
