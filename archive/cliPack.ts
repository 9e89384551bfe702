/** `relire pack`, `relire inspect` and `relire key`: packs and the keys that sign them, from a terminal. */
import { basename, extname } from "node:path";
import type { Archive } from "./archive.ts";
import { packWords } from "./cliPackWords.ts";
import { type Answer, type Failure, succeed } from "./model.ts";
import { fingerprintOf, newKeyFile, readKeyFile, type SigningKey } from "./share/packKey.ts";
import type { PackSummary } from "./share/packSummary.ts";
import { readKey, writeNewKey } from "./store/keyFile.ts";

export interface PackOptions {
  collections: string[];
  documents: string[];
  /** Paths of packs. */
  since: string[];
  /** Path of a key file. */
  key: string | null;
  originals: boolean;
  notes: boolean;
  json: boolean;
}

type Language = "fr" | "en";

/** What is said on standard output, and on standard error. */
export interface Said {
  text: string;
  warnings: string[];
  leftOut: Failure[];
  /** A person stopped it: nothing was written. */
  cancelled: boolean;
}

/** Writes a pack. Fails as `Archive.pack` does, or with what is wrong with the key. */
export async function packFiles(archive: Archive, output: string, options: PackOptions, language: Language): Promise<Answer<Said>> {
  const { collections, documents, since, originals, notes, json } = options;
  const key = options.key === null ? null : await openKey(options.key);
  if (key && !key.ok) return key;
  const say = packWords[language];
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  try {
    const request = { output, collections, documents, since, originals, notes, ...(key && { key: key.value }) };
    const packed = await archive.pack(request, { signal: stop.signal, onProgress: showShare });
    if (!packed.ok) return packed;
    const { leftOut, mails, notes: noted } = packed.value;
    const warnings = [...(mails > 0 ? [say.mails(mails)] : []), ...(noted > 0 ? [say.notes(noted)] : [])];
    return succeed({ text: summaryText(packed.value, output, json, language), warnings, leftOut, cancelled: false });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return succeed({ text: say.cancelled, warnings: [], leftOut: [], cancelled: true });
  } finally {
    process.off("SIGINT", interrupt);
  }
}

/** One line that is written over, on a terminal. */
function showShare(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(done < total ? `\r${Math.floor((100 * done) / total)} %` : "\r\u001B[K");
}

/** Tells what a pack holds. Fails as `Archive.inspectPack` does. */
export async function inspectFile(archive: Archive, path: string, json: boolean, language: Language): Promise<Answer<string>> {
  const summary = await archive.inspectPack(path);
  return summary.ok ? succeed(summaryText(summary.value, path, json, language)) : summary;
}

/** Makes a key file. Without a name, the publisher is called as the file is. */
export async function makeKey(path: string, publisher: string | undefined, language: Language): Promise<Answer<string>> {
  const text = newKeyFile(publisher ?? basename(path, extname(path)));
  const written = await writeNewKey(path, text);
  if (!written.ok) return written;
  const key = readKeyFile(text);
  return key.ok ? succeed(packWords[language].keyMade(key.value.publisher, fingerprintOf(key.value.publicKey), basename(path))) : key;
}

export async function showKey(path: string, language: Language): Promise<Answer<string>> {
  const key = await openKey(path);
  return key.ok ? succeed(packWords[language].key(key.value.publisher, fingerprintOf(key.value.publicKey))) : key;
}

async function openKey(path: string): Promise<Answer<SigningKey>> {
  const text = await readKey(path);
  if (!text.ok) return text;
  const key = readKeyFile(text.value);
  return key.ok ? key : { ok: false, failure: { ...key.failure, title: basename(path) } };
}

function summaryText(summary: PackSummary, path: string, json: boolean, language: Language): string {
  const { publisher, signature, fingerprint, documents, notes, base } = summary;
  const file = basename(path);
  if (json) return JSON.stringify({ file, publisher, signature, fingerprint, base, documents, notes });
  const say = packWords[language];
  const lines = documents.map(({ id, date, title, revision }) => `  ${id}  ${date ?? "-"}  ${title}${revision > 1 ? ` (${revision})` : ""}`);
  return [say.packed(documents.length, file), ...(base === null ? [] : [say.since(base)]), ...(notes > 0 ? [say.holdsNotes(notes)] : []), say.signature(signature, publisher, fingerprint), ...lines].join("\n");
}
