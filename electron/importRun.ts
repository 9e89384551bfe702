/** One import: what was given, what became of it so far, and what a window may know of that. */
import { randomUUID } from "node:crypto";
import type { ImportItem, ImportProgress } from "../archive/draft.ts";
import type { ImportRequest } from "../archive/library.ts";
import type { Answer } from "../archive/model.ts";
import { withoutFolders } from "./chosenNames.ts";
import type { ImportHead, KeptImport, RunningImport } from "./importContract.ts";

export interface Run {
  id: string;
  /** When it was asked for: ISO 8601, UTC. */
  at: string;
  /** Absolute. */
  paths: readonly string[];
  language: ImportRequest["language"];
  /** Of packs whose keys are not those known. */
  acceptedKeys: string[];
  /** As the library gave them, with whole paths. */
  items: ImportItem[];
  cancelled: boolean;
  progress: ImportProgress;
  ending: AbortController;
}

export function newRun(paths: readonly string[], language: ImportRequest["language"], acceptedKeys: string[] = []): Run {
  const progress = { file: "", done: 0, total: 0, added: 0, unchanged: 0, failed: 0 };
  return { id: randomUUID(), at: new Date().toISOString(), paths, language, acceptedKeys, items: [], cancelled: false, progress, ending: new AbortController() };
}

export function headOf({ id, at, items, cancelled }: Run): ImportHead {
  const count = (status: ImportItem["status"]): number => items.filter((item) => item.status === status).length;
  return { id, at, added: count("added"), unchanged: count("unchanged"), failed: count("failed"), cancelled };
}

/** As its report is kept, under the names that a person chose. */
export function keptOf(run: Run): KeptImport {
  return { head: headOf(run), items: shown(run, 0) };
}

/** `waiting` imports come after it. */
export function runningOf({ id, progress, paths, ending }: Run, waiting: number): RunningImport {
  return { id, progress: { ...progress, file: withoutFolders(progress.file, paths) }, isEnding: ending.signal.aborted, waiting };
}

/** A PDF that waits for its password. */
export function isLocked({ failure }: ImportItem): boolean {
  return failure?.code === "report-locked";
}

/** The items from one on, with what a window may know of them. */
export function shown({ items, paths }: Run, after: number): ImportItem[] {
  return items.slice(after).map((item) => shownItem(item, paths));
}

function shownItem(item: ImportItem, paths: readonly string[]): ImportItem {
  const name = (text: string): string => withoutFolders(text, paths);
  if (!item.failure) return { ...item, file: name(item.file) };
  const { code, title, detail } = item.failure;
  return { ...item, file: name(item.file), failure: { code, ...(title !== undefined && { title: name(title) }), ...(detail !== undefined && { detail: name(detail) }) } };
}

/** Of a path that was given, when nothing of the import could be done. */
export function failed(path: string, { failure }: Extract<Answer<never>, { ok: false }>): ImportItem {
  return { file: path, status: "failed", document: null, kind: null, collection: null, title: null, date: null, sections: [], pages: null, revision: null, notes: [], failure };
}
