/** The part of the contract that is about reading pages by machine. The window draws the pages; everything else is the librarian's. */
import type { Answer, MachineLine, MachineReading } from "../archive/model.ts";

/** A page drawn upright: one byte a point, from black to white, row by row. */
export interface DrawnPicture {
  width: number;
  height: number;
  dotsPerInch: number;
  grey: Uint8Array;
}

/** Answered by the librarian's process. */
export interface MachineCalls {
  /** What there is of a report to be read by machine, and what was. */
  machineReading(id: string): Promise<Answer<MachineReading>>;
  /** What the machine read on a page; null where it did not. */
  machineLines(request: { document: string; page: number }): Promise<Answer<MachineLine[] | null>>;
  /** Has a page read and kept, and answers then. Fails with `machine-late`, `machine-stopped`, or because nothing can be kept. */
  readByMachine(request: { document: string; page: number; picture: DrawnPicture }): Promise<Answer<null>>;
  forgetMachine(id: string): Promise<Answer<null>>;
}

export const machineCalls = ["machineReading", "machineLines", "readByMachine", "forgetMachine"] as const satisfies (keyof MachineCalls)[];
