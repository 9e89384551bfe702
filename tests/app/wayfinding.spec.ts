/** Finding one's way: where the window stood, what was being read, the rows that letters are read in, the tabs. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, expect, test } from "./launch.ts";

const boundsOf = ({ electron }: App) => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

test("the window comes back where it was, and onto a screen that is there", async ({ launch }) => {
  const profile = await mkdtemp(join(tmpdir(), "relire-profile-"));
  const first = await launch({ profile });
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 900, height: 620 }));
  await expect.poll(() => boundsOf(first)).toEqual({ x: 60, y: 40, width: 900, height: 620 });
  await first.close();
  const second = await launch({ profile });
  await expect.poll(() => boundsOf(second)).toEqual({ x: 60, y: 40, width: 900, height: 620 });
  await second.close();
  const file = join(profile, "window.json");
  const kept = JSON.parse(await readFile(file, "utf8")) as { bounds: object };
  await writeFile(file, JSON.stringify({ ...kept, bounds: { x: 9000, y: 40, width: 900, height: 620 } }));
  const third = await launch({ profile });
  const area = await third.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  const left = area.x + Math.floor((area.width - 900) / 2);
  await expect.poll(() => boundsOf(third)).toEqual({ x: left, y: area.y + Math.floor((area.height - 620) / 2), width: 900, height: 620 });
});
