/** The shell's own process: sharing parts with the librarian, it would load the whole archive's code, which it never runs. */
import { singleFile } from "./singleFile.ts";

export default singleFile({ main: "electron/main.ts" });
