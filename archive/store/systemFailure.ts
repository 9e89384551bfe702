/** The system's errors as failures of ours, for whoever writes to a library. */
import type { Answer, Failure, FailureCode } from "../model.ts";
import { NewerFile } from "./newerFile.ts";
import { shownError } from "./shownPath.ts";

const codes: Record<string, FailureCode> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  // What a limit on the size of files says (setrlimit(2)): no more can be written.
  EFBIG: "disk-full",
  EROFS: "library-read-only",
  EACCES: "library-read-only",
  EPERM: "library-read-only",
};

/** Why something could not be written. An error that is not the system's is a bug, and thrown. */
export function writeFailure(error: unknown, about: Omit<Failure, "code"> = {}): Failure {
  if (error instanceof NewerFile) return { code: "library-newer", detail: error.message, ...about, file: error.file };
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) throw error;
  return { code: codes[String(error.code)] ?? "write-failed", detail: shownError(error), ...about };
}

/** The answer of work that writes; the system's errors become failures. */
export async function answerOf<Value>(work: () => Promise<Answer<Value>>, about: Omit<Failure, "code"> = {}): Promise<Answer<Value>> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, failure: writeFailure(error, about) };
  }
}
