/**
 * Files of the profile's folder: read, checked, and set aside under another name when they do not read, so that nothing of them is lost. One of a later
 * Relire is left as it is, and not written over.
 */
import { readFileSync } from "node:fs";
import type { Failure, FailureCode } from "../archive/model.ts";
import { isOfLaterFormat } from "../archive/store/newerFile.ts";
import { shownError, shownPath } from "../archive/store/shownPath.ts";
import { setAside } from "./setAside.ts";

/** Gives what a value read from JSON says, or throws; every schema of zod is one. */
export interface Reader<Value> {
  parse(json: unknown): Value;
}

interface ProfileFile<Value> {
  /** Null for a file that is missing, does not read, or is of a later Relire. */
  value: Value | null;
  /** What is to be told of the file, with where it lies now. */
  troubles: Failure[];
  /** Before it is written. Throws `NewerProfileFile`. */
  insistOurs(): void;
}

/** Somebody wanted to write over a file of a later Relire. */
export class NewerProfileFile extends Error {
  readonly file: string;

  constructor(file: string) {
    super("a file of a newer version is not written over");
    this.file = file;
  }
}

/** `damaged` is what is said of a file that does not read; `format` is the number of today's. */
export function readProfileFile<Value>(path: string, reader: Reader<Value>, damaged: FailureCode, format = 1): ProfileFile<Value> {
  const insistOurs = (): void => undefined;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return { value: null, troubles: [], insistOurs };
  }
  try {
    const json: unknown = JSON.parse(text);
    if (isOfLaterFormat(json, format)) {
      return {
        value: null,
        troubles: [{ code: "profile-newer", file: shownPath(path) }],
        insistOurs() {
          throw new NewerProfileFile(path);
        },
      };
    }
    return { value: reader.parse(json), troubles: [], insistOurs };
  } catch (error) {
    return { value: null, troubles: [{ code: damaged, file: shownPath(setAside(path)), detail: shownError(error).slice(0, 300) }], insistOurs };
  }
}
