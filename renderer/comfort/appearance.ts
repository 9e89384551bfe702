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
      const stay = holdPlace();
      showTheme(theme);
      root.dataset["face"] = textFace;
      root.toggleAttribute("data-justified", isJustified);
      if (reducedMotion) root.dataset["motion"] = "reduced";
      else delete root.dataset["motion"];
      root.style.setProperty("--text-size", `${textSize}px`);
      root.style.setProperty("--text-leading", String(lineHeight));
      root.style.setProperty("--line-width", String(lineWidth));
      stay();
    },
    [theme, textFace, textSize, lineHeight, lineWidth, isJustified, reducedMotion],
  );
}

/** Notes the line at the top of what is read; the function given back brings it there again, after the text has been laid out anew. */
function holdPlace(): () => void {
  const scroller = document.querySelector(".sheet-scroller");
  if (!scroller || scroller.scrollTop === 0) return () => undefined;
  const { top } = scroller.getBoundingClientRect();
  const block = [...scroller.querySelectorAll("p, li, h1, h2, h3, h4, figure")].find((each) => each.getBoundingClientRect().bottom > top);
  if (!block) return () => undefined;
  const before = block.getBoundingClientRect().top;
  return () => scroller.scrollBy({ top: block.getBoundingClientRect().top - before });
}

function watchSystem(onChange: () => void): () => void {
  dark.addEventListener("change", onChange);
  contrast.addEventListener("change", onChange);
  return () => {
    dark.removeEventListener("change", onChange);
    contrast.removeEventListener("change", onChange);
  };
}
