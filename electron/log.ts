/**
 * What went wrong on this computer, in a file that anyone can read: `logs/relire.log` in the profile's folder, and what it was before it grew too long.
 * Nothing personal goes in, by construction: each line is a time, one of the events below, and values that are numbers or plain short words. No
 * title, no search, no path, no message of an error, which may hold any of them.
 */
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

/** Bytes after which a log is put aside, in place of the one before. */
const most = 200_000;

export const logEvents = ["started", "librarian-ended", "librarian-resting", "window-gone", "window-silent", "window-speaks", "process-ended", "defect", "not-written", "refused"] as const;
export type LogEvent = (typeof logEvents)[number];

export interface Log {
  /** Its folder: absolute. */
  folder: string;
  /** Never throws: where nothing can be written, nothing is. */
  note(event: LogEvent, about?: Record<string, string | number>): void;
  /** The last lines, oldest first. */
  tail(lines: number): string;
}

export function openLog(profile: string, now: () => Date = () => new Date()): Log {
  const folder = join(profile, "logs");
  const path = join(folder, "relire.log");
  return {
    folder,
    note(event, about = {}) {
      const values = Object.entries(about).map(([name, value]) => ` ${name}=${plain(String(value))}`);
      try {
        mkdirSync(folder, { recursive: true });
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > most) renameSync(path, join(folder, "relire.before.log"));
        appendFileSync(path, `${now().toISOString()} ${event}${values.join("")}\n`);
      } catch {
        // A full disk or a read-only home is no reason to stop.
      }
    },
    tail(lines) {
      try {
        return readFileSync(path, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
      } catch {
        return "";
      }
    },
  };
}

/** What is not plain is not told. */
function plain(value: string): string {
  return /^[\w.:<>()-]{1,400}$/.test(value) ? value : "?";
}

/** An error without its message: its name, the system's code, and where in our own code it was thrown, by the files' names alone. */
export function defectOf(error: unknown): { error: string; code: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, code: "none", at: "none" };
  const frames = [...(error.stack ?? "").matchAll(/^\s+at (?:(?:async |new )*([\w.$<>#]+) )?.*?([\w.-]+\.(?:cjs|js|mjs)):(\d+):\d+\)?$/gm)];
  const at = frames.slice(0, 6).map(([, name = "", file = "", line = ""]) => `${name.replace(/[^\w.]/g, "")}(${file}:${line})`);
  return { error: error.name, code: "code" in error ? String(error.code) : "none", at: at.join("<") || "none" };
}
