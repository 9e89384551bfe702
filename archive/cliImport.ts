/** `relire import`: what became of each file, on standard output; how far it is, on standard error where that is a terminal. */
import type { Archive } from "./archive.ts";
import type { Command } from "./cliCommand.ts";
import { importAsJson, type ImportItemJson } from "./cliJson.ts";
import { packWords } from "./cliPackWords.ts";
import type { CliWords } from "./cliWords.ts";
import type { ImportProgress } from "./draft.ts";
import type { Failure } from "./model.ts";
import type { PackSummary } from "./share/packSummary.ts";

export interface ImportOutcome {
  text: string;
  /** Of some file, or of the whole. */
  hasFailed: boolean;
}

/** Interrupted from the keyboard, it ends after the file under way. Gives a failure when nothing could be written at all. */
export async function importFiles(archive: Archive, { words: paths, collection, date, json, acceptedKeys }: Command, say: CliWords): Promise<ImportOutcome | Failure> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  const line = progressLine(say);
  try {
    const tellPack = (file: string, { signature, publisher, fingerprint }: PackSummary): void => {
      line.clear();
      process.stderr.write(`${file}: ${packWords[say.language].signature(signature, publisher, fingerprint)}\n`);
    };
    const report = await archive.library?.importPaths({ paths, collection, date, acceptedKeys, language: say.language }, { signal: stop.signal, onProgress: line.show, onPack: tellPack });
    if (!report) throw new Error("no library is open");
    if (!report.ok) return report.failure;
    const told = importAsJson(report.value, say.language);
    return { text: json ? JSON.stringify(told) : asText(told.items, report.value.cancelled, say), hasFailed: told.failed > 0 || report.value.cancelled };
  } finally {
    line.clear();
    process.off("SIGINT", interrupt);
  }
}

function asText(items: readonly ImportItemJson[], cancelled: boolean, say: CliWords): string {
  const count = (status: ImportItemJson["status"]): number => items.filter((item) => item.status === status).length;
  const lines = items.map(({ file, status, document, warnings, error }) => {
    const first = `${say.status[status]}  ${file}${document === null ? "" : `  ${document}`}`;
    return [first, ...(error ? [`    ${error.message}`] : []), ...warnings.map(({ message }) => `    ${message}`)].join("\n");
  });
  return [...lines, say.imported(count("added"), count("unchanged"), count("failed")), ...(cancelled ? [say.cancelled] : [])].join("\n");
}

/** One line that is written over, shortened to the terminal's width. */
function progressLine(say: CliWords): { show(progress: ImportProgress): void; clear(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  const write = (text: string): void => void stderr.write(`\r\u001B[K${text.slice(0, (stderr.columns || 80) - 1)}`);
  return { show: ({ done, total, file }) => write(say.progress(done, total, file)), clear: () => write("") };
}
