/**
 * A file of a library that a later version of Relire wrote. Who only reads does without it; who would write over it throws this, which becomes
 * the failure `library-newer`, and changes nothing.
 */

export class NewerFile extends Error {
  readonly file: string;

  /** `file` is relative to the library. */
  constructor(file: string) {
    super(`${file} comes from a newer version`);
    this.file = file;
  }
}

/** Whether a value read from JSON says to be of a later format than the one that is known. */
export function isOfLaterFormat(value: unknown, known: number): value is { format: number } {
  return typeof value === "object" && value !== null && "format" in value && typeof value.format === "number" && value.format > known;
}
