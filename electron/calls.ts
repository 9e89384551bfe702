/** Answers the window's calls to the shell. Each is checked: who asks (our own page, its main frame) and what is asked. */
import { app, BrowserWindow, clipboard, ipcMain, type IpcMainInvokeEvent, shell, type WebContents } from "electron";
import { z } from "zod";
import { type Answer, fail, succeed } from "../archive/model.ts";
import { aboutApp } from "./about.ts";
import { channels, type Language, shellCalls, type ShellCall } from "./contract.ts";
import { copyQuote } from "./copyQuote.ts";
import { definedOf } from "./definedOf.ts";
import { chooseImports, saveText } from "./dialogs.ts";
import { print } from "./print.ts";
import { exportLetters, saveAs } from "./exports.ts";
import type { Handouts } from "./handouts.ts";
import type { Kits } from "./kits.ts";
import { changeView } from "./changeView.ts";
import type { LibrarianClient } from "./librarianClient.ts";
import { defectOf, type Log } from "./log.ts";
import { isOurs } from "./isOurs.ts";
import type { Papers } from "./papers.ts";
import { profileFailure } from "./profileFailure.ts";
import type { Projector } from "./projector.ts";
import type { ReportFiles } from "./reportFiles.ts";
import type { ReportViewKeeper } from "./reportViews.ts";
import type { ReadingCalls } from "./readingContract.ts";
import { pathsSchema, shellRequests } from "./requests.ts";
import type { SettingsKeeper } from "./settings.ts";

type Handlers = { [Call in ShellCall]: (request: z.infer<(typeof shellRequests)[Call]>, sender: WebContents) => Promise<Answer<unknown>> };

interface Shell {
  settings: SettingsKeeper;
  views: ReportViewKeeper;
  reading: ReadingCalls;
  reports: ReportFiles;
  librarian: LibrarianClient;
  papers: Papers;
  log: Log;
  projector: Projector;
  handouts: Handouts;
  kits: Kits;
  /** Where the person's letters lie: their library, or the bundled archive as long as there is none. */
  lettersFolder(): string;
  language(): Language;
  /** After a change of settings. */
  onSettings(): void;
  /** When a page goes; null, and nothing is kept, when it is only loaded again. */
  keepFirstScreen(screen: string, page: WebContents): Promise<void> | null;
  /** Once a start, when the app is painted. */
  onPainted(): void;
  /** Takes absolute paths of what is to be imported. */
  onImports(paths: string[]): void;
}

export function answerCalls({ settings, views, reading, reports, librarian, papers, log, projector, handouts, kits, lettersFolder, language, onSettings, keepFirstScreen, onPainted, onImports }: Shell): void {
  let wasPainted = false;
  const handlers: Handlers = {
    ...reading,
    async changeSettings(change) {
      const written = settings.change(definedOf(change));
      onSettings();
      return succeed(await written);
    },
    async openWebLink(address) {
      await shell.openExternal(address);
      return succeed(null);
    },
    async copyText(text) {
      await clipboard.writeText(text);
      return succeed(null);
    },
    async copyQuote(quote) {
      await copyQuote(quote);
      return succeed(null);
    },
    async chooseImports(kind) {
      const paths = await chooseImports(BrowserWindow.getFocusedWindow(), kind, language());
      if (paths.length > 0) onImports(paths);
      return succeed(paths.length > 0);
    },
    saveText: (request) => saveText(BrowserWindow.getFocusedWindow(), request, language()),
    async reportView(id) {
      return succeed(views.of(id));
    },
    async keepReportView({ document, view }) {
      await views.keep(document, view);
      return succeed(null);
    },
    saveReportCopy: ({ document, name }, sender) => reports.saveCopy(document, name, sender),
    openReportOutside: ({ document, name }) => reports.openOutside(document, name),
    print: (_nothing, sender) => print(sender),
    exportLetters: (request, sender) => exportLetters(request, sender, librarian, papers),
    async about() {
      return succeed(await aboutApp(lettersFolder(), log));
    },
    async changeView(change, sender) {
      changeView(BrowserWindow.fromWebContents(sender), change);
      return succeed(null);
    },
    showLibraryFolder: () => showFolder(lettersFolder()),
    showLogFolder: () => showFolder(log.folder),
    async painted() {
      // A window that is loaded again is painted again.
      if (!wasPainted) onPainted();
      wasPainted = true;
      return succeed(null);
    },
    async keepFirstScreen(screen, sender) {
      const writing = keepFirstScreen(screen, sender);
      if (writing === null) return fail("invalid-argument", { detail: "the window stays" });
      await writing;
      return succeed(null);
    },
    ...projector,
    ...handouts,
    ...kits,
    async saveNotes(request, sender) {
      const file = await librarian.ask("notesFile", request);
      const ending = request.form === "jsonld" ? { extension: "jsonld", name: "JSON-LD" } : { extension: "md", name: "Markdown" };
      return file.ok ? saveAs(file.value.name, ending, sender, () => Buffer.from(file.value.base64, "base64")) : file;
    },
  };
  for (const call of shellCalls) {
    ipcMain.handle(call, (event, request: unknown) => (isOurs(event) ? checked(handlers, call, request, event.sender, log) : refuse(call, event, log)));
  }
  ipcMain.handle(channels.importPaths, (event, given: unknown) => {
    if (!isOurs(event)) return refuse(channels.importPaths, event, log);
    const paths = pathsSchema.safeParse(given);
    if (!paths.success) return fail("invalid-argument", { detail: z.prettifyError(paths.error) });
    if (paths.data.length > 0) onImports(paths.data);
    return succeed(null);
  });
}

/** What the system refuses to write is a failure; a defect of ours fails the one call, and is noted. */
async function checked<Call extends ShellCall>(handlers: Handlers, call: Call, request: unknown, sender: WebContents, log: Log): Promise<Answer<unknown>> {
  try {
    const read = shellRequests[call].safeParse(request);
    if (!read.success) return fail("invalid-argument", { detail: `${call}: ${z.prettifyError(read.error)}` });
    return await handlers[call](read.data as Parameters<Handlers[Call]>[0] & undefined, sender);
  } catch (error) {
    const failure = profileFailure(error);
    log.note(failure ? "not-written" : "defect", { in: call, ...defectOf(error) });
    return failure ? { ok: false, failure } : fail("answer-failed", { detail: call });
  }
}

async function showFolder(folder: string): Promise<Answer<null>> {
  const problem = await shell.openPath(folder);
  return problem === "" ? succeed(null) : fail("folder-closed", { detail: problem });
}

function refuse(call: string, { senderFrame }: IpcMainInvokeEvent, log: Log): Answer<never> {
  log.note("refused", { call });
  process.stderr.write(`${app.name}: refused ${call} from ${senderFrame?.url}\n`);
  return fail("invalid-argument", { detail: "this page may not ask" });
}
