/** What the shell has to know of a theme before the window does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Settings, type Theme, themes } from "./contract.ts";

/** The colour of paper in each theme, as `tokens.css` has it, so that nothing flashes before the first paint. */
export const paper: Record<Theme, string> = { light: "#fbf9f4", sepia: "#f3e9d2", dark: "#16140f", contrast: "#ffffff", "contrast-dark": "#000000" };

/** Whether a theme is light or dark to the system: its dialogs, scroll bars and form controls. */
export function groundOf(theme: Settings["theme"]): "system" | "light" | "dark" {
  if (theme === "system") return "system";
  return theme === "dark" || theme === "contrast-dark" ? "dark" : "light";
}

/** The theme that is kept in a profile's folder, for the window to open before the settings are read; what is wrong with their file is theirs to find. */
export function themeAtStart(folder: string): Settings["theme"] {
  try {
    const { theme } = JSON.parse(readFileSync(join(folder, "settings.json"), "utf8")) as { theme?: unknown };
    return themes.find((each) => each === theme) ?? "system";
  } catch {
    return "system";
  }
}
