/** A text of the archive as the person wants to read it: French typography, inclusive forms in full, places to part words. */
import { useMemo } from "react";
import { inFullEdits } from "../../archive/text/inFull.ts";
import { type ShownText, showText } from "../../archive/text/shownText.ts";
import { typographyEdits } from "../../archive/text/typography.ts";
import type { Comfort } from "../bridge.ts";
import { useComfort, useTextLanguage } from "./comfort.ts";
import { hyphenEdits } from "./hyphens.ts";
import { noteShown } from "./shownTexts.ts";

interface ShownProps {
  text: string;
  /** Titles are not parted at a line's end. */
  isTitle?: boolean;
}

export function Shown({ text, isTitle = false }: ShownProps) {
  const { frenchTypography, inclusiveInFull, isJustified } = useComfort();
  const language = useTextLanguage();
  const shown = useMemo(
    () => shownAs(text, { frenchTypography, inclusiveInFull, isJustified: isJustified && !isTitle }, language),
    [text, isTitle, frenchTypography, inclusiveInFull, isJustified, language],
  );
  if (shown.edits.length === 0) return text;
  return (
    <span
      ref={(element) => {
        if (element) noteShown(element, shown);
      }}
    >
      {shown.text}
    </span>
  );
}

type Choices = Pick<Comfort, "frenchTypography" | "inclusiveInFull" | "isJustified">;

/** A text as shown by some choices. */
export function shownAs(text: string, { frenchTypography, inclusiveInFull, isJustified }: Choices, language: "fr" | "en"): ShownText {
  const isFrench = language === "fr";
  return showText(text, [
    ...(isFrench && inclusiveInFull ? inFullEdits(text) : []),
    ...(isFrench && frenchTypography ? typographyEdits(text) : []),
    ...(isJustified ? hyphenEdits(text, language) : []),
  ]);
}
