/**
 * The shell's own process: sharing parts with the librarian, it would load the whole archive's code, which it never runs. The composing of paper, which it
 * does not begin with, is read when it is asked for.
 */
import { program } from "./program.ts";

export default program({ main: "electron/main.ts" }, "beside");
