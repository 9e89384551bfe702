/** What the shell has to know of a theme before the window does. */
import type { Settings, Theme } from "./contract.ts";

/** The colour of paper in each theme, as `tokens.css` has it, so that nothing flashes before the first paint. */
export const paper: Record<Theme, string> = { light: "#fbf9f4", sepia: "#f3e9d2", dark: "#16140f", contrast: "#ffffff", "contrast-dark": "#000000" };

/** Whether a theme is light or dark to the system: its dialogs, scroll bars and form controls. */
export function groundOf(theme: Settings["theme"]): "system" | "light" | "dark" {
  if (theme === "system") return "system";
  return theme === "dark" || theme === "contrast-dark" ? "dark" : "light";
}
