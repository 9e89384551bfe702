/**
 * A report's file handed to the person: saved where they say, or opened in the system's viewer. The window names a document; where its file
 * is, is for the shell alone to know, and the archive's own file is never what another program opens.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { chmod, copyFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { app, BrowserWindow, dialog, shell, type WebContents } from "electron";
import { type Answer, fail, succeed } from "../archive/model.ts";
import { documentFile } from "../archive/store/layout.ts";
import { fileName } from "./fileName.ts";
import { firstFile } from "./servedFiles.ts";

export interface ReportFiles {
  /** `name` is what the copy is called at first, without extension. False when the person cancels. */
  saveCopy(document: string, name: string, sender: WebContents): Promise<Answer<boolean>>;
  openOutside(document: string, name: string): Promise<Answer<null>>;
}

/** Looks in these folders, the first that has a report being the one. */
export function openReportFiles(archiveFolders: readonly string[]): ReportFiles {
  const find = (document: string) => firstFile(archiveFolders, documentFile({ id: document, kind: "report" }));
  let lent: string | null = null;
  return {
    async saveCopy(document, name, sender) {
      const file = await find(document);
      if (!file) return fail("report-missing", { subject: document });
      const options = { defaultPath: join(app.getPath("documents"), `${fileName(name)}.pdf`), filters: [{ name: "PDF", extensions: ["pdf"] }] };
      const window = BrowserWindow.fromWebContents(sender);
      const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      if (canceled || !filePath) return succeed(false);
      const copied = await copy(file.path, filePath);
      return copied.ok ? succeed(true) : copied;
    },
    async openOutside(document, name) {
      const file = await find(document);
      if (!file) return fail("report-missing", { subject: document });
      lent ??= lendingFolder();
      const path = join(lent, `${fileName(name)}.pdf`);
      rmSync(path, { force: true });
      const copied = await copy(file.path, path);
      if (!copied.ok) return copied;
      // It is a copy that goes with the app: not one to write into.
      await chmod(path, 0o444);
      const problem = await shell.openPath(path);
      return problem === "" ? succeed(null) : fail("no-viewer", { detail: problem });
    },
  };
}

/** Of copies lent to other programs; gone when the app quits. */
function lendingFolder(): string {
  const folder = mkdtempSync(join(app.getPath("temp"), "relire-"));
  app.once("will-quit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Whole or not at all: a copy cut short by a full disk takes the place of nothing. */
async function copy(from: string, to: string): Promise<Answer<null>> {
  const partial = `${to}.${process.pid}.part`;
  try {
    await copyFile(from, partial);
    await rename(partial, to);
    return succeed(null);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    return fail("copy-failed", { detail: error instanceof Error && "code" in error ? String(error.code) : "unknown" });
  }
}
