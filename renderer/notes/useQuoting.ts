/** Puts quoted words with their source on the clipboard, in the form and style that the person chose. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { bridge, type Cited, type CopiedQuote, type Language, type Settings } from "../bridge.ts";
import { giveNotice } from "../import/notices.tsx";

export function useQuoting({ quoteStyle: style, quoteForm: form }: Settings, fail: (failure: Failure) => void): (passage: string, words: string) => void {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return useCallback(
    (passage, words) => {
      void bridge.cited({ passage, quoted: words, style, language }).then(async (answer) => {
        if (!answer.ok) return fail(answer.failure);
        const copied = await bridge.copyQuote(copiedAs(form, answer.value.quotation));
        if (copied.ok) giveNotice({ text: t("notes.copied") });
        else fail(copied.failure);
      });
    },
    [style, form, language, fail, t],
  );
}

export function copiedAs(form: Settings["quoteForm"], { text, markdown, html }: Cited["quotation"]): CopiedQuote {
  if (form === "markup") return { text: html, html: "" };
  return { text: form === "markdown" ? markdown : text, html };
}
