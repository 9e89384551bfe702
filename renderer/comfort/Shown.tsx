/** A text of the archive as the person wants to read it: French typography, inclusive forms in full, places to part words. */
import { useMemo } from "react";
import { inFullEdits } from "../../archive/text/inFull.ts";
import { type Edit, type ShownText, showText } from "../../archive/text/shownText.ts";
import { typographyEdits } from "../../archive/text/typography.ts";
import type { Comfort } from "../bridge.ts";
import { useComfort, useTextLanguage } from "./comfort.ts";
import { noteShown } from "./shownTexts.ts";
import { useHyphens } from "./useHyphens.ts";

interface ShownProps {
  text: string;
  /** Titles are not parted at a line's end. */
  isTitle?: boolean;
}

export function Shown({ text, isTitle = false }: ShownProps) {
  const { frenchTypography, inclusiveInFull, isJustified } = useComfort();
  const language = useTextLanguage();
  const hyphens = useHyphens(isJustified && !isTitle);
  const shown = useMemo(
    () => shownAs(text, { frenchTypography, inclusiveInFull }, language, hyphens?.(text, language)),
    [text, hyphens, frenchTypography, inclusiveInFull, language],
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

type Choices = Pick<Comfort, "frenchTypography" | "inclusiveInFull">;

/** A text as shown by some choices, with places to part its words where there are any. */
export function shownAs(text: string, { frenchTypography, inclusiveInFull }: Choices, language: "fr" | "en", hyphens: readonly Edit[] = []): ShownText {
  const isFrench = language === "fr";
  return showText(text, [
    ...(isFrench && inclusiveInFull ? inFullEdits(text) : []),
    ...(isFrench && frenchTypography ? typographyEdits(text) : []),
    ...hyphens,
  ]);
}
