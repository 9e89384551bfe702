/** Printing, by the system's own dialog. */
import type { WebContents } from "electron";
import { type Answer, fail, succeed } from "../archive/model.ts";

/** Prints what the window's style sheet for paper shows; false when the person cancels. Fails with `print-failed`. */
export function print(contents: WebContents): Promise<Answer<boolean>> {
  return new Promise((resolve) => {
    contents.print({ printBackground: true, margins: { marginType: "none" } }, (isPrinted, reason) => {
      const isCancelled = /cancel/i.test(reason);
      resolve(isPrinted || isCancelled ? succeed(isPrinted) : fail("print-failed", { detail: reason }));
    });
  });
}
