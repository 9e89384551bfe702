/** The watch over the memory of what reads PDFs: it is started from its text, which can require nothing of ours. */
import { singleFile } from "./singleFile.ts";

export default singleFile({ memoryWatch: "archive/import/memoryWatch.ts" });
