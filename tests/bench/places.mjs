/** Where the bench finds and puts things. */
import { join } from "node:path";

export const benchFolder = import.meta.dirname;
export const projectFolder = join(benchFolder, "../..");
export const outFolder = join(projectFolder, "out/bench");
export const ourBundle = join(outFolder, "ours.mjs");
export const passagesFile = join(outFolder, "passages.json");
export const workloadFile = join(outFolder, "workload.json");
