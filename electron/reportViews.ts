/** How each report was last seen: page, size, layout. One file of the profile's folder, of a bounded number of reports, the latest first. */
import { join } from "node:path";
import { z } from "zod";
import { DocumentId, type Failure } from "../archive/model.ts";
import { writeFile } from "../archive/store/writeFile.ts";
import type { ReportView } from "./contract.ts";
import { readProfileFile } from "./readProfileFile.ts";
import { reportViewSchema } from "./requests.ts";

/** Reports remembered: more than one reads in years. */
const most = 1000;

const fileSchema = z.object({ format: z.literal(1), reports: z.array(z.object({ document: DocumentId, view: reportViewSchema })).max(most) });

export interface ReportViewKeeper {
  of(document: string): ReportView | null;
  /** Applies at once and is written; rejects with the system's error when it cannot be. */
  keep(document: string, view: ReportView): Promise<void>;
  troubles: Failure[];
}

/** Reads those of a profile's folder. A file that does not read is set aside under another name: nothing but convenience is lost. One of a later Relire is left alone. */
export function openReportViews(folder: string): ReportViewKeeper {
  const path = join(folder, "report-views.json");
  const { views, troubles, insistOurs } = read(path);
  let writing = Promise.resolve();
  return {
    of: (document) => views.get(document) ?? null,
    async keep(document, view) {
      views.delete(document);
      views.set(document, view);
      const [oldest] = views.keys();
      if (views.size > most && oldest !== undefined) views.delete(oldest);
      insistOurs();
      const reports = Array.from(views, ([document, view]) => ({ document, view })).reverse();
      const write = writing.then(() => writeFile(path, `${JSON.stringify({ format: 1, reports })}\n`));
      writing = write.catch(() => undefined);
      await write;
    },
    troubles,
  };
}

/** The oldest first. */
function read(path: string): { views: Map<string, ReportView>; troubles: Failure[]; insistOurs(): void } {
  const { value, ...file } = readProfileFile(path, fileSchema, "views-damaged");
  const views = new Map(value?.reports.toReversed().map(({ document, view }) => [document, view]));
  return { views, ...file };
}
