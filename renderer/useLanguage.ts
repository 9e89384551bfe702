/** Keeps the words, the document's language and the dates in the language of the settings. */
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { beginning } from "./beginning.ts";
import type { Settings } from "./bridge.ts";

export function useLanguage(chosen: Settings["language"]): void {
  const { i18n } = useTranslation();
  const language = chosen === "system" ? beginning().systemLanguage : chosen;
  useEffect(
    function switchLanguage() {
      document.documentElement.lang = language;
      if (i18n.language !== language) void i18n.changeLanguage(language);
    },
    [i18n, language],
  );
}
