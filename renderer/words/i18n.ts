/** The catalogues of words behind i18next; French messages get their narrow no-break spaces here. */
import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../bridge.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof fr };
  }
}

/** Starts the messages in a language; `changeLanguage` on what it gives switches live. */
export async function startWords(language: Language): Promise<i18n> {
  const words = i18next.createInstance();
  await words
    .use(initReactI18next)
    .use({ type: "postProcessor", name: "typography", process: typeset })
    .init({
      lng: language,
      fallbackLng: "fr",
      resources: { fr: { translation: fr }, en: { translation: en } },
      interpolation: { escapeValue: false },
      postProcess: ["typography"],
    });
  return words;
}

function typeset(value: string, _key: string | string[], _options: unknown, translator: { language: string }): string {
  return translator.language === "fr" ? frenchTypography(value) : value;
}
