/** The watch over the memory of what reads PDFs: it is started from its text, which can require nothing of ours. */
import { program } from "./program.ts";

export default program({ memoryWatch: "archive/import/memoryWatch.ts" }, "inside");
