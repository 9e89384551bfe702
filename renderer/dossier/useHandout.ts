/** The address of the PDF of a hand-out, made anew for each look. */
import { useCallback } from "react";
import { bridge, type Language, type SheetLook } from "../bridge.ts";
import { type Asked, useAnswer } from "../useAnswer.ts";

export function useHandout(id: string, language: Language, { form, isLarge, isBlackAndWhite }: SheetLook): Asked<string> {
  return useAnswer(useCallback(() => bridge.previewHandout({ id, language, look: { form, isLarge, isBlackAndWhite } }), [id, language, form, isLarge, isBlackAndWhite]));
}
