/** The look that a person chose, written on the root element, where the style sheets read it: theme, type, motion. Applied at once. */
import { useLayoutEffect, useSyncExternalStore } from "react";
import type { Comfort, Settings, Theme } from "../bridge.ts";

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const contrast = window.matchMedia("(prefers-contrast: more)");

/** The theme to show: the one chosen, or the one that goes with the system's colours and contrast. */
export function themeOf(chosen: Settings["theme"]): Theme {
  if (chosen !== "system") return chosen;
  if (contrast.matches) return dark.matches ? "contrast-dark" : "contrast";
  return dark.matches ? "dark" : "light";
}

/** The theme alone, before anything is drawn. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}

export function useAppearance({ theme: chosen, ...comfort }: Pick<Settings, "theme"> & Comfort): void {
  const theme = useSyncExternalStore(watchSystem, () => themeOf(chosen));
  const { textFace, textSize, lineHeight, lineWidth, isJustified, reducedMotion } = comfort;
  useLayoutEffect(
    function showLook() {
      const root = document.documentElement;
      showTheme(theme);
      root.dataset["face"] = textFace;
      root.toggleAttribute("data-justified", isJustified);
      if (reducedMotion) root.dataset["motion"] = "reduced";
      else delete root.dataset["motion"];
      root.style.setProperty("--text-size", `${textSize}px`);
      root.style.setProperty("--text-leading", String(lineHeight));
      root.style.setProperty("--line-width", String(lineWidth));
    },
    [theme, textFace, textSize, lineHeight, lineWidth, isJustified, reducedMotion],
  );
}

function watchSystem(onChange: () => void): () => void {
  dark.addEventListener("change", onChange);
  contrast.addEventListener("change", onChange);
  return () => {
    dark.removeEventListener("change", onChange);
    contrast.removeEventListener("change", onChange);
  };
}
