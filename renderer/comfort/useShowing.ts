/** Short texts of the archive, of lists and results, as the person wants to read them: titles and excerpts, which are not parted at a line's end. */
import { useCallback } from "react";
import type { ShownText } from "../../archive/text/shownText.ts";
import { useComfort } from "./comfort.ts";
import { shownAs } from "./Shown.tsx";

export function useShowing(): (text: string, language: "fr" | "en") => ShownText {
  const { frenchTypography, inclusiveInFull } = useComfort();
  return useCallback((text, language) => shownAs(text, { frenchTypography, inclusiveInFull }, language), [frenchTypography, inclusiveInFull]);
}
