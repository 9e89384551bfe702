/** Every view of a workshop, in every theme and both languages, without a violation of WCAG 2.2 AA that axe can see. */
import { answerDialogs, expect, test } from "./importing.ts";
import { picture } from "./pictures.ts";
import { strangeWordsIn } from "./strangeWords.ts";
import { violationsIn } from "./violations.ts";
import { workshopViews } from "./workshopViews.ts";

/** Typed by the views, or the names of files. */
const brought = "Atelier du soir À lire à voix haute cercle Par deux. Qui aide ? Et après ? atelier.relire";

for (const language of ["fr", "en"] as const) {
  test(`axe finds nothing in any view of a workshop, in any theme, and every word is of the catalogue, ${language}`, async ({ launch, folder }) => {
    test.setTimeout(300_000);
    const app = await launch({ language, settings: { theme: "light" } });
    const { window } = app;
    await window.emulateMedia({ reducedMotion: "reduce" });
    folder.put("cle/photos.txt", "");
    await answerDialogs(app, { file: folder.at("atelier.relire"), folder: folder.at("cle") });
    const found: string[] = [];
    for (const { name, go } of workshopViews) {
      await go(window);
      // A quotation and names of formats are of no catalogue.
      if (name !== "citing") found.push(...(await strangeWordsIn(window, name, language, brought)));
      found.push(...(await violationsIn(window, name)));
      await picture(window, `${language}-${name}`);
    }
    expect(found).toEqual([]);
  });
}
