/** Starts a window: fonts and styles, words in the person's language, then what it shows. */
import "@fontsource/atkinson-hyperlegible/400.css";
import "@fontsource/atkinson-hyperlegible/400-italic.css";
import "@fontsource/atkinson-hyperlegible/700.css";
import "@fontsource/atkinson-hyperlegible/700-italic.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-sans-3/wght-italic.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "./styles/tokens.css";
import "./styles/base.css";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { hearBeginning } from "./beginning.ts";
import { showTheme, themeOf } from "./comfort/appearance.ts";
import { startWords } from "./words/i18n.ts";

export async function begin(content: ReactNode): Promise<void> {
  const { settings, systemLanguage } = await hearBeginning();
  showTheme(themeOf(settings.theme));
  const words = await startWords(settings.language === "system" ? systemLanguage : settings.language);
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  createRoot(root).render(<I18nextProvider i18n={words}>{content}</I18nextProvider>);
}
