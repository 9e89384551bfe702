/** What the report's view asks of the rest of the app: given to it, so that it can be shown wherever someone answers. */
import type { Bridge } from "../bridge.ts";

export type ReportCalls = Pick<
  Bridge,
  "occurrences" | "reportText" | "copyText" | "reportView" | "keepReportView" | "saveReportCopy" | "openReportOutside" | "print" | "memoryHeld" | "machineReading" | "machineLines" | "readByMachine" | "forgetMachine"
>;
