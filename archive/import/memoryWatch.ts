/** A thread that ends its whole process when that takes too much memory, or is left alone. It shares nothing with the other threads, which may be stuck. */
import { parentPort, workerData } from "node:worker_threads";

const { memory, parent } = workerData as { memory: number; parent: number };

/** Milliseconds: a reader takes some 10 MB meanwhile. */
const pause = 20;

setInterval(() => {
  if (process.memoryUsage.rss() > memory || isAlone()) process.kill(process.pid, "SIGKILL");
}, pause);

parentPort?.postMessage("watching", []);

/** A process whose parent has ended gets another one; where it does not (Windows), the parent's number leads nowhere. */
function isAlone(): boolean {
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
