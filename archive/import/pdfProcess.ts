/** The process that reads PDFs, started by Node: see `forkPdfProcess.ts`. Its argument is the memory it may take, in bytes. */
import { join } from "node:path";
import { servePdfs } from "./servePdfs.ts";

process.once("disconnect", () => process.exit());
servePdfs({ send: (reply) => void process.send?.(reply), onRequest: (hear) => void process.on("message", hear) }, Number(process.argv[2]), join(__dirname, "memoryWatch.cjs"));
