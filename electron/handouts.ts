/** Dossiers handed to the person: previewed, saved, put on a key. The preview is the very PDF that is saved. */
import { createHash } from "node:crypto";
import type { WebContents } from "electron";
import { writeFile } from "../archive/store/writeFile.ts";
import { type Answer, fail, succeed } from "../archive/model.ts";
import type { DossierFileRequest, HandoutCalls, HandoutRequest, Kit } from "./dossierContract.ts";
import { chooseFolder } from "./dialogs.ts";
import { placeFor } from "./exports.ts";
import { fileName } from "./fileName.ts";
import { handoutPdf } from "./handoutPdf.ts";
import type { LibrarianClient } from "./librarianClient.ts";
import type { Papers } from "./papers.ts";
import { writeKit } from "./writeKit.ts";
import { en } from "../renderer/words/en.ts";
import { fr } from "../renderer/words/fr.ts";

export type Handouts = { [Call in keyof HandoutCalls]: (request: Parameters<HandoutCalls[Call]>[0], sender: WebContents) => ReturnType<HandoutCalls[Call]> };

interface Made {
  name: string;
  bytes: Uint8Array;
}

const endings = {
  pack: { extension: "relire", name: "Relire" },
  markdown: { extension: "md", name: "Markdown" },
  odt: { extension: "odt", name: "OpenDocument" },
  pdf: { extension: "pdf", name: "PDF" },
};

export function createHandouts(librarian: LibrarianClient, papers: Papers): Handouts {
  /** The PDF that was made last, by the page it was made of. */
  let last: { key: string; pdf: Uint8Array } | null = null;
  let previewed: string | null = null;

  async function made(request: DossierFileRequest): Promise<Answer<Made>> {
    const file = await librarian.ask("dossierFile", request);
    return file.ok ? succeed({ name: file.value.name, bytes: Buffer.from(file.value.base64, "base64") }) : file;
  }

  async function pdfOf({ id, language, look }: HandoutRequest): Promise<Answer<Made>> {
    const page = await made({ id, language, look, form: "paper" });
    if (!page.ok) return page;
    const key = `${look.form} ${createHash("sha256").update(page.value.bytes).digest("hex")}`;
    if (last?.key !== key) last = { key, pdf: await handoutPdf(page.value.bytes, page.value.name, look, papers) };
    return succeed({ name: page.value.name, bytes: last.pdf });
  }

  return {
    async saveDossier({ form, withReports, ...request }, sender) {
      const { id, language } = request;
      const file = form === "pdf" ? await pdfOf(request) : await made({ id, language, form, withReports });
      if (!file.ok) return file;
      const path = await placeFor(file.value.name, endings[form], sender);
      if (path === null) return succeed(false);
      try {
        await writeFile(path, file.value.bytes);
        return succeed(true);
      } catch (error) {
        return fail("export-failed", { title: fileName(file.value.name), detail: error instanceof Error && "code" in error ? String(error.code) : String(error) });
      }
    },
    async previewHandout(request) {
      const pdf = await pdfOf(request);
      if (!pdf.ok) return pdf;
      if (previewed !== null) papers.remove(previewed);
      previewed = papers.lay(pdf.value.bytes, "application/pdf");
      return succeed(previewed);
    },
    async makeKit({ withReports, ...request }, sender): Promise<Answer<Kit | null>> {
      const { id, language, look } = request;
      const pack = await made({ id, language, form: "pack", withReports });
      if (!pack.ok) return pack;
      const words = (language === "fr" ? fr : en).dossier;
      const files = new Map([[`${fileName(pack.value.name)}.relire`, pack.value.bytes]]);
      for (const [form, name] of [["a4", words.kitA4], ["booklet", words.kitBooklet], ["cards", words.kitCards]] as const) {
        const pdf = await pdfOf({ ...request, look: { ...look, form } });
        if (!pdf.ok) return pdf;
        files.set(`${name}.pdf`, pdf.value.bytes);
      }
      files.set("LISEZMOI.txt", new TextEncoder().encode(words.kitReadme.replaceAll("{{title}}", pack.value.name).replace("{{file}}", `${fileName(pack.value.name)}.relire`)));
      const folder = await chooseFolder(sender, language);
      return folder === null ? succeed(null) : writeKit(folder, fileName(pack.value.name), files);
    },
  };
}
