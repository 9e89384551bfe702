/** Every view in the smallest windows and with the largest, widest set text: nothing is cut off, out of reach, or too small to hit. */
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { pdfWithPassword } from "../fixtures/pdfWithPassword.ts";
import { cutOffIn, spaceText } from "./cutOff.ts";
import { answerDialogs, expect, test } from "./importing.ts";
import type { App } from "./launch.ts";
import { importViews, type View, views } from "./views.ts";
import { resizeTo } from "./windowSize.ts";
import { workshopViews } from "./workshopViews.ts";

interface Room {
  name: string;
  /** In device pixels. */
  width: number;
  height: number;
  zoom: number;
  textSize: number;
  isSpaced: boolean;
}

const rooms: readonly Room[] = [
  { name: "320 px wide, text twice as large", width: 320, height: 640, zoom: 1, textSize: 36, isSpaced: false },
  { name: "320 px wide, text spaced out", width: 320, height: 640, zoom: 1, textSize: 18, isSpaced: true },
  { name: "800 x 600 at 200 %", width: 800, height: 600, zoom: 2, textSize: 18, isSpaced: false },
];

async function walk(app: App, { width, height, zoom, isSpaced }: Room, through: readonly View[]): Promise<string[]> {
  const { window } = app;
  await window.emulateMedia({ reducedMotion: "reduce" });
  await resizeTo(app, width, height, zoom);
  if (isSpaced) await spaceText(window);
  const found: string[] = [];
  for (const { name, go } of through.filter(({ needsRoom }) => !needsRoom)) {
    await go(window);
    found.push(...(await cutOffIn(window, name)));
  }
  return found;
}

for (const room of rooms) {
  test(`nothing is lost in a window of ${room.name}`, async ({ launch }) => {
    test.setTimeout(120_000);
    const app = await launch({ settings: { textSize: room.textSize } });
    expect(await walk(app, room, views)).toEqual([]);
  });
}

for (const room of rooms.filter(({ isSpaced }) => !isSpaced)) {
  test(`nothing of a workshop is lost in a window of ${room.name}`, async ({ launch, folder }) => {
    test.setTimeout(120_000);
    const app = await launch({ settings: { textSize: room.textSize } });
    folder.put("cle/photos.txt", "");
    await answerDialogs(app, { file: folder.at("atelier.relire"), folder: folder.at("cle") });
    expect(await walk(app, room, workshopViews)).toEqual([]);
  });
}

test("nothing of imports is lost in a window of 320 px", async ({ launch, folder }) => {
  test.setTimeout(120_000);
  folder.put("mai.md", letterMarkdown(mayLetter));
  folder.put("vide.html", "");
  folder.put("rapport.pdf", pdfWithPassword("Les castors", "sesame"));
  const app = await launch({ files: [folder.path] });
  expect(await walk(app, { name: "", width: 320, height: 640, zoom: 1, textSize: 18, isSpaced: false }, importViews)).toEqual([]);
});
