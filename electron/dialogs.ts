/** The system's own dialogs: what to import, where to keep a text. The paths chosen stay in the shell. */
import { join } from "node:path";
import { app, BrowserWindow, dialog, type WebContents } from "electron";
import { writeFile } from "../archive/store/writeFile.ts";
import { type Answer, fail, succeed } from "../archive/model.ts";
import { en } from "../renderer/words/en.ts";
import { fr } from "../renderer/words/fr.ts";
import type { ImportChoice, Language } from "./contract.ts";

/** On macOS one dialog takes files and folders; elsewhere a dialog for both would only take folders. */
export const choosesBoth = process.platform === "darwin";

const readable = ["txt", "md", "markdown", "qmd", "html", "htm", "eml", "mbox", "pdf", "zip", "relire", "jsonld"];

/** Absolute paths of what the person chose; none when they thought better of it. */
export async function chooseImports(window: BrowserWindow | null, kind: ImportChoice, language: Language): Promise<string[]> {
  const say = wordsOf(language);
  const what = kind === "files" ? (["openFile"] as const) : (["openDirectory"] as const);
  const options: Electron.OpenDialogOptions = {
    title: kind === "files" ? say.importFiles : say.importFolder,
    buttonLabel: say.importButton,
    properties: [...(choosesBoth ? (["openFile", "openDirectory"] as const) : what), "multiSelections"],
    ...(kind === "files" && {
      filters: [
        { name: say.readable, extensions: readable },
        { name: say.allFiles, extensions: ["*"] },
      ],
    }),
  };
  const { filePaths, canceled } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}

/** Absolute path of the folder that a person chose; null when they thought better of it. */
export async function chooseFolder(sender: WebContents, language: Language): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender);
  const say = wordsOf(language);
  const options: Electron.OpenDialogOptions = { title: say.chooseKey, properties: ["openDirectory", "createDirectory"] };
  const { filePaths, canceled } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** Keeps a text where the person chooses. False when they thought better of it. */
export async function saveText(window: BrowserWindow | null, { name, text }: { name: string; text: string }, language: Language): Promise<Answer<boolean>> {
  const say = wordsOf(language);
  const options = { title: say.saveText, defaultPath: join(app.getPath("documents"), name) };
  const { filePath, canceled } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  if (canceled || !filePath) return succeed(false);
  try {
    await writeFile(filePath, text);
    return succeed(true);
  } catch (error) {
    const isFull = error instanceof Error && "code" in error && error.code === "ENOSPC";
    return fail(isFull ? "disk-full" : "write-failed", { title: name, detail: String(error).replaceAll(filePath, name) });
  }
}

function wordsOf(language: Language) {
  return (language === "fr" ? fr : en).dialog;
}
