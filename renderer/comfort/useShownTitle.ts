/** A document's title, or one of its sections', as words to stand in other words: the choices of how texts are shown hold for it too. */
import { useCallback } from "react";
import { useLibrary } from "../library.ts";
import { useShowing } from "./useShowing.ts";

/** `document` is its id; a document that is not here any more is taken for French. */
export function useShownTitle(): (title: string, document: string) => string {
  const { languageOf } = useLibrary();
  const showing = useShowing();
  return useCallback((title, document) => showing(title, languageOf(document)).text, [languageOf, showing]);
}
