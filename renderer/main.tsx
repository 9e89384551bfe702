/** Starts the window: words in the person's language, then the app. */
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
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { App } from "./App.tsx";
import { bridge } from "./bridge.ts";
import { showTheme, themeOf } from "./comfort/appearance.ts";
import { followImports } from "./import/importsStore.ts";
import { followNotes } from "./notes/noteStore.ts";
import { followShownParts } from "./notes/shownParts.ts";
import { startWords } from "./words/i18n.ts";

async function begin(): Promise<void> {
  followImports();
  followNotes();
  followShownParts();
  const { settings, systemLanguage } = bridge.beginning;
  showTheme(themeOf(settings.theme));
  const words = await startWords(settings.language === "system" ? systemLanguage : settings.language);
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(
    <I18nextProvider i18n={words}>
      <App />
    </I18nextProvider>,
  );
}

void begin();
