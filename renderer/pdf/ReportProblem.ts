/** Why a report cannot be read, on its way to whoever shows it. */
import type { Failure, FailureCode } from "../../archive/model.ts";

export type ReportFailureCode = Extract<FailureCode, `report-${string}`>;

export class ReportProblem extends Error {
  readonly code: ReportFailureCode;

  constructor(code: ReportFailureCode, detail: string) {
    super(detail);
    this.name = "ReportProblem";
    this.code = code;
  }
}

/** What was thrown while a report was read, as a failure about it. What pdf.js says is told as damage. */
export function failureOf(error: unknown, about: { id: string; title: string }): Failure {
  const { id: subject, title } = about;
  if (error instanceof ReportProblem) return { code: error.code, subject, title, detail: error.message };
  return { code: "report-damaged", subject, title, detail: String(error).slice(0, 500) };
}
