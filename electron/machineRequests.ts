/** What may be asked about reading by machine, checked where it comes in. */
import { z } from "zod";
import { PagePicture } from "../archive/import/ocrWire.ts";
import { DocumentId } from "../archive/model.ts";
import type { MachineCalls } from "./machineContract.ts";

const page = z.int().min(1).max(1_000_000);

export const machineRequests = {
  machineReading: DocumentId,
  machineLines: z.object({ document: DocumentId, page }),
  readByMachine: z.object({ document: DocumentId, page, picture: PagePicture }),
  forgetMachine: DocumentId,
} satisfies Record<keyof MachineCalls, z.ZodType>;
