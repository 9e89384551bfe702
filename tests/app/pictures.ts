/** Pictures of a view in every theme, for whoever wants to look at them: in the folder that RELIRE_PICTURES names. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { themes } from "../../electron/contract.ts";

const pictures = process.env["RELIRE_PICTURES"];

export async function picture(window: Page, name: string): Promise<void> {
  if (!pictures) return;
  for (const theme of themes) {
    await window.evaluate((to) => void (document.documentElement.dataset["theme"] = to), theme);
    await window.screenshot({ path: join(pictures, `${name}-${theme}.png`.replaceAll(" ", "-")) });
  }
}
