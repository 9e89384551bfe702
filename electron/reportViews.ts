/** How each report was last seen: page, size, layout. One file of the profile's folder, of a bounded number of reports, the latest first. */
import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DocumentId } from "../archive/model.ts";
import { writeFile } from "../archive/store/writeFile.ts";
import type { ReportView } from "./contract.ts";
import { reportViewSchema } from "./requests.ts";

/** Reports remembered: more than one reads in years. */
const most = 1000;

const fileSchema = z.object({ format: z.literal(1), reports: z.array(z.object({ document: DocumentId, view: reportViewSchema })).max(most) });

export interface ReportViewKeeper {
  of(document: string): ReportView | null;
  /** Applies at once and is written; rejects with the system's error when it cannot be. */
  keep(document: string, view: ReportView): Promise<void>;
}

/** Reads those of a profile's folder. A file that does not read is set aside under another name: nothing but convenience is lost. */
export function openReportViews(folder: string): ReportViewKeeper {
  const path = join(folder, "report-views.json");
  const views = read(path);
  let writing = Promise.resolve();
  return {
    of: (document) => views.get(document) ?? null,
    async keep(document, view) {
      views.delete(document);
      views.set(document, view);
      const [oldest] = views.keys();
      if (views.size > most && oldest !== undefined) views.delete(oldest);
      const reports = Array.from(views, ([document, view]) => ({ document, view })).reverse();
      const write = writing.then(() => writeFile(path, `${JSON.stringify({ format: 1, reports })}\n`));
      writing = write.catch(() => undefined);
      await write;
    },
  };
}

/** The oldest first. */
function read(path: string): Map<string, ReportView> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return new Map();
  }
  try {
    const { reports } = fileSchema.parse(JSON.parse(text));
    return new Map(reports.reverse().map(({ document, view }) => [document, view]));
  } catch {
    renameSync(path, `${path}.damaged`);
    return new Map();
  }
}
