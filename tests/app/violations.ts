/** What axe finds in a view as it stands: by all rules of WCAG 2.2 AA in one theme, by those of contrast in every other one. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Result } from "axe-core";
import { themes } from "../../electron/contract.ts";

type Found = Pick<Result, "id" | "nodes">;

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** As sentences. The window is left in the light theme. */
export async function violationsIn(window: Page, view: string): Promise<string[]> {
  await showTheme(window, "light");
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).withTags(rules).analyze();
  const found = worded(view, violations);
  for (const theme of themes.filter((each) => each !== "light")) {
    await showTheme(window, theme);
    found.push(...worded(`${view}, ${theme}`, await window.evaluate(findContrast)));
  }
  await showTheme(window, "light");
  return found;
}

function showTheme(window: Page, theme: string): Promise<void> {
  return window.evaluate((to) => void (document.documentElement.dataset["theme"] = to), theme);
}

/** In the page, where axe is since it was first asked. */
async function findContrast(): Promise<Found[]> {
  const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
  return (await axe.run({ runOnly: ["color-contrast"], resultTypes: ["violations"] })).violations;
}

function worded(view: string, violations: readonly Found[]): string[] {
  return violations.map(({ id, nodes }) => `${view}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}
