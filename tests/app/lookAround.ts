/** A view that only stands for a while, as it stands: what axe finds in it, what is lost of it in small windows, and what Tab does not reach. */
import { cutOffIn } from "./cutOff.ts";
import type { App } from "./launch.ts";
import { picture } from "./pictures.ts";
import { walkByTab } from "./tabWalk.ts";
import { violationsIn } from "./violations.ts";
import { resizeTo } from "./windowSize.ts";

/** All of two columns: a view that goes with its column would not outlast the change to one. */
const rooms = [
  [800, 600],
  [1280, 800],
] as const;

/** As sentences. The window is left at 1280 x 800. */
export async function faultsIn(app: App, view: string): Promise<string[]> {
  const { window } = app;
  await window.emulateMedia({ reducedMotion: "reduce" });
  const found: string[] = [];
  for (const [width, height] of rooms) {
    const name = `${view}, ${width} x ${height}`;
    await resizeTo(app, width, height);
    found.push(...(await cutOffIn(window, name)));
    const { faults } = await walkByTab(window, name);
    found.push(...faults.map((fault) => `${name}: ${fault}`));
    await picture(window, name);
  }
  return [...found, ...(await violationsIn(window, view))];
}
