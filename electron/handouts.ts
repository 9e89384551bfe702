/** Dossiers handed to the person: previewed, and saved. The preview is the very PDF that is saved. */
import type { WebContents } from "electron";
import { succeed } from "../archive/model.ts";
import type { HandoutCalls } from "./dossierContract.ts";
import { saveAs } from "./exports.ts";
import type { HandoutFiles } from "./handoutFiles.ts";
import type { Papers } from "./papers.ts";

export type Handouts = { [Call in keyof HandoutCalls]: (request: Parameters<HandoutCalls[Call]>[0], sender: WebContents) => ReturnType<HandoutCalls[Call]> };

const endings = {
  pack: { extension: "relire", name: "Relire" },
  markdown: { extension: "md", name: "Markdown" },
  odt: { extension: "odt", name: "OpenDocument" },
  pdf: { extension: "pdf", name: "PDF" },
};

export function createHandouts({ made, pdfOf }: HandoutFiles, papers: Papers): Handouts {
  let previewed: string | null = null;
  return {
    async saveDossier({ form, withReports, withNotes, ...request }, sender) {
      const { id, language } = request;
      const file = form === "pdf" ? await pdfOf(request) : await made({ id, language, form, withReports, withNotes });
      return file.ok ? saveAs(file.value.name, endings[form], sender, () => file.value.bytes) : file;
    },
    async previewHandout(request) {
      const pdf = await pdfOf(request);
      if (!pdf.ok) return pdf;
      if (previewed !== null) papers.remove(previewed);
      previewed = papers.lay(pdf.value.bytes, "application/pdf");
      return succeed(previewed);
    },
  };
}
