/** The preload script: a sandboxed one must be a single file. */
import { program } from "./program.ts";

export default program({ preload: "electron/preload.ts" }, "inside");
