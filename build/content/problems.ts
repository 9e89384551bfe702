/** What is wrong in the content, gathered so that one build names everything at once. */
import { FileProblem } from "../../archive/store/markdownFile.ts";

export interface Problem {
  /** Relative to the content's folder. */
  file: string;
  /** From 1. */
  line: number;
  reason: string;
}

export class Problems {
  readonly list: Problem[] = [];

  add(file: string, line: number | undefined, reason: string): void {
    this.list.push({ file, line: line ?? 1, reason });
  }

  /** Runs a reading; a FileProblem is noted and gives null. */
  attempt<Value>(file: string, read: () => Value): Value | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      this.add(file, error.line, error.message);
      return null;
    }
  }

  /** One line a problem: `file:line: reason`. */
  toString(): string {
    return this.list.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join("\n");
  }
}
