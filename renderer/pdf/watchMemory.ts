/**
 * Keeps reports from taking all of the computer's memory: a small file can unfold into gigabytes. While some are read, the process is
 * weighed several times a second; past the limit the PDF worker is stopped.
 */
import { documentsRead, stopWorker } from "./engine.ts";
import { ReportProblem } from "./ReportProblem.ts";

/** Bytes that reading may add to what the window held before: a 100 MB scan takes a third of it. */
const most = 896 * 2 ** 20;
/** Milliseconds; a worker unfolds some 100 MB in that time. */
const interval = 200;

let isWatching = false;

/** To be called whenever a report is begun to be read; ends by itself. `held` gives the bytes that the process holds. */
export async function watchMemory(held: () => Promise<number>): Promise<void> {
  if (isWatching) return;
  isWatching = true;
  const before = await held();
  const timer = setInterval(() => void weigh(), interval);
  const weigh = async (): Promise<void> => {
    if (documentsRead() === 0) {
      clearInterval(timer);
      isWatching = false;
      return;
    }
    const bytes = await held();
    if (bytes - before > most) stopWorker(new ReportProblem("report-too-heavy", `${Math.round(bytes / 2 ** 20)} MiB`));
  };
}
