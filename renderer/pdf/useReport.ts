/**
 * A report's document, as a component sees it: pending, locked behind a password, then a value or a failure. Closed when the component
 * leaves. Passwords are kept in memory alone, so that a report is asked for its own once.
 */
import { useEffect, useState } from "react";
import { PasswordResponses, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Failure } from "../../archive/model.ts";
import { readDocument } from "./engine.ts";
import { findBytes } from "./reportBytes.ts";
import { failureOf, ReportProblem } from "./ReportProblem.ts";
import { watchMemory } from "./watchMemory.ts";

export type Opening =
  | { state: "pending" }
  /** `tries` counts the passwords that did not open it. */
  | { state: "locked"; tries: number; unlock(password: string): void }
  | { state: "value"; value: PDFDocumentProxy }
  | { state: "failure"; failure: Failure };

interface Report {
  id: string;
  title: string;
  address: string;
}

/** By report. */
const passwords = new Map<string, string>();

/** One report, read once, for a component's life: give the component another key to read another, or to read it anew. `held` gives the bytes that the process holds. */
export function useReport({ id, title, address }: Report, held: () => Promise<number>): Opening {
  const [opening, setOpening] = useState<Opening>({ state: "pending" });
  useEffect(
    function open() {
      return openReport({ id, title, address }, held, setOpening);
    },
    [id, title, address, held],
  );
  return opening;
}

/** Opens a report and tells how it went, possibly later that it went wrong after all; gives the way to close it. */
export function openReport(report: Report, held: () => Promise<number>, tell: (opening: Opening) => void): () => void {
  const ending = new AbortController();
  let close = (): void => {};
  const fail = (error: unknown): void => {
    if (ending.signal.aborted) return;
    ending.abort();
    close();
    tell({ state: "failure", failure: failureOf(error, report) });
  };
  const read = async (): Promise<void> => {
    const source = await findBytes(report.address, ending.signal, fail);
    if (ending.signal.aborted) return;
    const document = readDocument(source, fail);
    const { task } = document;
    void watchMemory(held);
    close = document.close;
    let tried: string | undefined;
    let tries = 0;
    task.onPassword = (answer: (password: string) => void, reason: number) => {
      if (ending.signal.aborted) return;
      const known = passwords.get(report.id);
      const unlock = (password: string): void => answer((tried = password));
      if (known !== undefined && tried === undefined) return unlock(known);
      if (reason === PasswordResponses.INCORRECT_PASSWORD) tries += 1;
      tell({ state: "locked", tries, unlock });
    };
    const value = await task.promise;
    if (ending.signal.aborted) return;
    if (tried !== undefined) passwords.set(report.id, tried);
    if (value.numPages === 0) throw new ReportProblem("report-empty", "no page");
    await value.getPage(1).catch(noPages);
    if (!ending.signal.aborted) tell({ state: "value", value });
  };
  read().catch(fail);
  return () => {
    ending.abort();
    close();
  };
}

function noPages(error: unknown): never {
  throw new ReportProblem("report-damaged", `the first page cannot be read: ${String(error)}`);
}
