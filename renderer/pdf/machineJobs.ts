/**
 * Reports being read by machine, one after the other, whatever the window shows meanwhile: each page without text is drawn here, and read and kept by the
 * librarian before the next is begun. So nothing that was read is lost, however a job ends.
 */
import { useSyncExternalStore } from "react";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Failure } from "../../archive/model.ts";
import { reportAddress } from "../archiveAddress.ts";
import { drawForMachine } from "./drawForMachine.ts";
import type { ReportCalls } from "./reportCalls.ts";

export interface MachineJob {
  report: string;
  title: string;
  /** Pages read so far, and of how many. */
  done: number;
  total: number;
  /** A person asked to stop it. */
  isEnding: boolean;
}

/** How a job ended. */
export interface MachineEnd {
  report: string;
  title: string;
  read: number;
  /** Pages that could not be read. */
  left: number;
  isCancelled: boolean;
  /** What ended it before its time. */
  failure: Failure | null;
}

interface Jobs {
  running: MachineJob | null;
  /** Reports that wait. */
  waiting: readonly string[];
  /** Until it is put away. */
  ended: MachineEnd | null;
}

export interface MachineRequest {
  report: string;
  title: string;
  /** From 1. */
  pages: readonly number[];
  calls: Pick<ReportCalls, "readByMachine" | "memoryHeld">;
}

let jobs: Jobs = { running: null, waiting: [], ended: null };
let last: Promise<void> = Promise.resolve();
let ending = new AbortController();
const listeners = new Set<() => void>();
/** Of what the machine read, by report. */
const followers = new Set<{ report: string; tell(): void }>();

/** Reads a report once those before are done; nothing happens when it is being read already, or waits. */
export function readByMachine(request: MachineRequest): void {
  if (jobs.running?.report === request.report || jobs.waiting.includes(request.report)) return;
  see({ waiting: [...jobs.waiting, request.report], ended: null });
  machineChanged(request.report);
  last = last.then(() => work(request));
}

/** Ends the running job, after the page that was begun. */
export function cancelMachine(): void {
  ending.abort();
  if (jobs.running) see({ running: { ...jobs.running, isEnding: true } });
}

export function putMachineEndAway(): void {
  see({ ended: null });
}

/** To be called when what the machine read in a report, or can read, is not what it was. */
export function machineChanged(report: string): void {
  for (const follower of followers) if (follower.report === report) follower.tell();
}

/** Tells of that; gives the way to stop. */
export function followMachine(report: string, tell: () => void): () => void {
  const follower = { report, tell };
  followers.add(follower);
  return () => void followers.delete(follower);
}

export function useMachineJobs(): Jobs {
  return useSyncExternalStore(subscribe, () => jobs);
}

/** Whether a report is being read, or is about to be. */
export function useIsBeingRead(report: string): boolean {
  return useSyncExternalStore(subscribe, () => jobs.running?.report === report || jobs.waiting.includes(report));
}

function see(change: Partial<Jobs>): void {
  jobs = { ...jobs, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function work({ report, title, pages, calls }: MachineRequest): Promise<void> {
  ending = new AbortController();
  const { signal } = ending;
  const end: MachineEnd = { report, title, read: 0, left: 0, isCancelled: false, failure: null };
  see({ waiting: jobs.waiting.filter((each) => each !== report), running: { report, title, done: 0, total: pages.length, isEnding: false } });
  const { pdf, failed, close } = await open(report, title, calls.memoryHeld);
  for (const page of pdf ? pages : []) {
    if (signal.aborted || failed()) break;
    const picture = pdf && (await drawForMachine(pdf, page, signal).catch(() => null));
    const answer = picture && (await calls.readByMachine({ document: report, page, picture }));
    if (answer && !answer.ok && answer.failure.code !== "machine-late") {
      end.failure = { title, ...answer.failure };
      break;
    }
    if (answer?.ok) end.read += 1;
    else if (!signal.aborted) end.left += 1;
    if (jobs.running) see({ running: { ...jobs.running, done: end.read + end.left } });
    if (answer?.ok) machineChanged(report);
  }
  end.failure ??= failed();
  close();
  see({ running: null, ended: { ...end, isCancelled: signal.aborted } });
  machineChanged(report);
}

/** A document of its own, so that closing the report changes nothing. Its password was given to the report that the job was started from. */
async function open(id: string, title: string, held: () => Promise<number>): Promise<{ pdf: PDFDocumentProxy | null; failed(): Failure | null; close(): void }> {
  // With it comes pdf.js, half of the window's code.
  const { openReport } = await import("./useReport.ts");
  return new Promise((settle) => {
    let failure: Failure | null = null;
    const opened = (pdf: PDFDocumentProxy | null): void => settle({ pdf, failed: () => failure, close });
    const close = openReport({ id, title, address: reportAddress(id) }, held, (opening) => {
      if (opening.state === "value") opened(opening.value);
      if (opening.state === "failure") failure = opening.failure;
      if (opening.state === "locked") failure = { code: "report-locked", title };
      if (failure) opened(null);
    });
  });
}
