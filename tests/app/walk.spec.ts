/**
 * Every view by keyboard alone: every control is reached, named, in sight, shows the focus, and the walk comes round. In a small window with the colours
 * of each theme, and in one of a single column with the system's own.
 */
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { pdfWithPassword } from "../fixtures/pdfWithPassword.ts";
import { answerDialogs, expect, test } from "./importing.ts";
import type { App } from "./launch.ts";
import { walkByTab } from "./tabWalk.ts";
import { importViews, type View, views } from "./views.ts";
import { resizeTo } from "./windowSize.ts";
import { workshopViews } from "./workshopViews.ts";

const rooms = [
  { name: "800 x 600", width: 800, height: 600, forcedColors: "none" },
  { name: "600 x 640, in forced colours", width: 600, height: 640, forcedColors: "active" },
] as const;

async function walkAll(app: App, { width, height, forcedColors }: (typeof rooms)[number], through: readonly View[]): Promise<void> {
  const { window } = app;
  await window.emulateMedia({ reducedMotion: "reduce", forcedColors });
  await resizeTo(app, width, height);
  for (const { name, go } of through.filter(({ needsRoom }) => width > 640 || !needsRoom)) {
    await test.step(name, async () => {
      await go(window);
      const { faults, count } = await walkByTab(window, name);
      expect.soft(faults, name).toEqual([]);
      expect.soft(count, name).toBeGreaterThan(0);
    });
  }
}

for (const room of rooms) {
  test(`Tab alone reaches every control of every view at ${room.name}`, async ({ app }) => {
    test.setTimeout(300_000);
    await walkAll(app, room, views);
  });

  test(`Tab alone reaches every control of every view of imports at ${room.name}`, async ({ launch, folder }) => {
    test.setTimeout(180_000);
    folder.put("mai.md", letterMarkdown(mayLetter));
    folder.put("sans-date.md", letterMarkdown({ title: "Un mot", date: null, sections: [] }));
    folder.put("vide.html", "");
    folder.put("rapport.pdf", pdfWithPassword("Les castors", "sesame"));
    await walkAll(await launch({ files: [folder.path] }), room, importViews);
  });

  test(`Tab alone reaches every control of every view of a workshop at ${room.name}`, async ({ app, folder }) => {
    test.setTimeout(180_000);
    folder.put("cle/photos.txt", "");
    await answerDialogs(app, { file: folder.at("atelier.relire"), folder: folder.at("cle") });
    await walkAll(app, room, workshopViews);
  });
}
