/** Why something of the profile (settings, where one was) could not be written, in the terms that a person can act on. */
import type { Failure } from "../archive/model.ts";
import { NewerProfileFile } from "./readProfileFile.ts";

const full = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const forbidden = new Set(["EROFS", "EACCES", "EPERM"]);

/** Null for an error that is not the system's: a defect. The system's own words would name a path. */
export function profileFailure(error: unknown): Failure | null {
  if (error instanceof NewerProfileFile) return { code: "profile-newer" };
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return null;
  const code = String(error.code);
  if (full.has(code)) return { code: "profile-full", detail: code };
  return { code: forbidden.has(code) ? "profile-read-only" : "profile-unwritten", detail: code };
}
