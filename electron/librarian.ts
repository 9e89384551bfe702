/**
 * The librarian's process: the only place where the archive is opened inside the app. It is handed a port for each window, checks each
 * question, and answers it; the shell gives it the paths of what is to be imported.
 */
import { z } from "zod";
import { openArchive } from "../archive/archive.ts";
import { startOcrReader } from "../archive/import/ocrReader.ts";
import { startPdfReader } from "../archive/import/pdfReader.ts";
import { isPackFile } from "../archive/library/openPackFile.ts";
import { answerQuestion } from "./answerQuestion.ts";
import { windowPort } from "./contract.ts";
import type { LibrarianEvent } from "./importContract.ts";
import { startImportQueue } from "./importQueue.ts";
import { openKeptImports } from "./keptImports.ts";
import { librarianAnswers } from "./librarianAnswers.ts";
import type { LibrarianNews } from "./librarianNews.ts";
import { defectOf } from "./log.ts";
import { machineAnswers } from "./machineAnswers.ts";
import { pathsSchema } from "./requests.ts";
import { wishForReader } from "./wishForReader.ts";

const pdfs = startPdfReader((memory) => wishForReader("pdf", memory));
const pages = startOcrReader((memory) => wishForReader("ocr", memory));
const [bundled = "", library = "", imports = ""] = process.argv.slice(2);
const windows = new Set<Electron.MessagePortMain>();
const opening = open();

const toImport = z.object({ paths: pathsSchema, language: z.enum(["fr", "en"]) });

process.parentPort.on("message", ({ data, ports }) => {
  if (data === windowPort) ports.forEach(connect);
  const asked = toImport.safeParse(data);
  if (asked.success) void opening.then(({ queue }) => queue?.add(asked.data));
});

async function open() {
  const [archive, kept] = await Promise.all([openArchive({ bundled: [bundled], library, readPdf: pdfs.readPdf }), openKeptImports(imports)]);
  const queue = archive.library && startImportQueue({ library: archive.library, inspectPack: archive.inspectPack, isPackFile, kept, tell });
  archive.onChange(() => tell({ event: "changed" }));
  archive.library?.followWritten((written) => tell({ event: written }));
  return { queue, answers: { ...librarianAnswers(archive, queue, tell), ...machineAnswers(archive.library, pages) } };
}

void opening.then(
  () => report({ news: "ready" }),
  (error: unknown) => report({ news: "defect", defect: defectOf(error) }),
);
process.on("uncaughtExceptionMonitor", (error) => report({ news: "defect", defect: defectOf(error) }));

function report(news: LibrarianNews): void {
  const port = process.parentPort;
  port.postMessage(news);
}

function connect(port: Electron.MessagePortMain): void {
  windows.add(port);
  const answers = opening.then((opened) => opened.answers);
  port.on("message", ({ data }) => {
    void answerQuestion(data, answers, (error) => report({ news: "defect", defect: defectOf(error) })).then((reply) => reply && port.postMessage(reply));
  });
  port.on("close", () => windows.delete(port));
  port.start();
}

/** Every window hears of it; gives how many there are. */
function tell(event: LibrarianEvent): number {
  for (const port of windows) port.postMessage(event);
  return windows.size;
}
