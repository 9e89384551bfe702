/** A dossier as a file of some form: a pack, the page that becomes a hand-out, Markdown, OpenDocument text. */
import type { Dossier } from "./dossier.ts";
import { handoutPassages, type HandoutSources } from "./handoutPassages.ts";
import type { Holdings } from "./holdings.ts";
import { type Answer, succeed } from "./model.ts";
import { packDossier } from "./packDossier.ts";
import { paperFonts } from "./share/exportStyle.ts";
import { type HandoutLook, type HandoutSaying, handoutOf } from "./share/handout.ts";
import { handoutHtml } from "./share/handoutHtml.ts";
import { handoutMarkdown } from "./share/handoutMarkdown.ts";
import { handoutOdt } from "./share/handoutOdt.ts";

export interface DossierFileForm {
  form: "pack" | "markdown" | "odt" | "paper";
  look?: HandoutLook | undefined;
  withReports?: boolean | undefined;
}

export async function dossierFile(holdings: Holdings, sources: HandoutSources, dossier: Dossier, { form, look, withReports = false }: DossierFileForm, saying: HandoutSaying): Promise<Answer<Uint8Array>> {
  if (form === "pack") return packDossier(holdings, dossier, withReports);
  const found = await handoutPassages(dossier, holdings, sources);
  const handout = handoutOf(dossier, found, saying, form === "markdown" ? "descriptions" : "files");
  switch (form) {
    case "markdown":
      return succeed(Buffer.from(handoutMarkdown(handout)));
    case "odt":
      return succeed(await handoutOdt(handout));
    case "paper":
      return succeed(Buffer.from(handoutHtml(handout, look ?? { form: "a4", isLarge: false, isBlackAndWhite: false }, paperFonts("/assets/fonts"))));
  }
}
