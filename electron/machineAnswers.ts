/** What is answered about reading by machine. Requests have been checked by then. */
import type { z } from "zod";
import { ocrEngine, type OcrReader } from "../archive/import/ocrReader.ts";
import type { Library } from "../archive/library.ts";
import { type Answer, fail } from "../archive/model.ts";
import type { MachineCalls } from "./machineContract.ts";
import type { machineRequests } from "./machineRequests.ts";

export type MachineAnswers = { [Call in keyof MachineCalls]: (request: z.infer<(typeof machineRequests)[Call]>) => Promise<Answer<unknown>> };

/** `library` is null with an archive that has none. */
export function machineAnswers(library: Library | null, pages: OcrReader): MachineAnswers {
  const unknown = async (subject: string): Promise<Answer<never>> => fail("unknown-document", { subject });
  return {
    machineReading: (id) => library?.machineReading(id) ?? unknown(id),
    machineLines: ({ document, page }) => library?.machineLines(document, page) ?? unknown(document),
    async readByMachine({ document, page, picture }) {
      const reading = await library?.machineReading(document);
      if (!library || !reading?.ok || !reading.value.isKept) return unknown(document);
      if (![...reading.value.unread, ...reading.value.read].includes(page)) return fail("invalid-argument", { subject: document, detail: `page ${page} has a text of its own` });
      const lines = await pages.read(picture);
      return lines.ok ? library.keepMachinePage(document, { page, lines: lines.value }, ocrEngine) : lines;
    },
    forgetMachine: (id) => library?.forgetMachine(id) ?? unknown(id),
  };
}
