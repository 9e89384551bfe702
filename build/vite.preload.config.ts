/** The preload script: a sandboxed one must be a single file. */
import { singleFile } from "./singleFile.ts";

export default singleFile({ preload: "electron/preload.ts" });
