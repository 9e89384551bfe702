import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json, wherever the person called from. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
