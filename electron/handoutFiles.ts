/** The files of a dossier's hand-outs, as the librarian makes them, and their PDFs. */
import { createHash } from "node:crypto";
import { type Answer, succeed } from "../archive/model.ts";
import type { DossierFileRequest, HandoutRequest } from "./dossierContract.ts";
import { handoutPdf } from "./handoutPdf.ts";
import type { LibrarianClient } from "./librarianClient.ts";
import type { Papers } from "./papers.ts";

export interface MadeFile {
  /** Without an extension. */
  name: string;
  bytes: Uint8Array;
}

export interface HandoutFiles {
  made(request: DossierFileRequest): Promise<Answer<MadeFile>>;
  /** The one that was made last is kept: what is saved is the very one that was previewed. */
  pdfOf(request: HandoutRequest): Promise<Answer<MadeFile>>;
}

export function createHandoutFiles(librarian: LibrarianClient, papers: Papers): HandoutFiles {
  /** By the page it was made of. */
  let last: { key: string; pdf: Uint8Array } | null = null;

  async function made(request: DossierFileRequest): Promise<Answer<MadeFile>> {
    const file = await librarian.ask("dossierFile", request);
    return file.ok ? succeed({ name: file.value.name, bytes: Buffer.from(file.value.base64, "base64") }) : file;
  }

  return {
    made,
    async pdfOf({ id, language, look }) {
      const page = await made({ id, language, look, form: "paper" });
      if (!page.ok) return page;
      const key = `${look.form} ${createHash("sha256").update(page.value.bytes).digest("hex")}`;
      if (last?.key !== key) last = { key, pdf: await handoutPdf(page.value.bytes, page.value.name, look, papers) };
      return succeed({ name: page.value.name, bytes: last.pdf });
    },
  };
}
