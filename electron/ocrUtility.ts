/** The process that reads pages by machine: gets a port from main, and serves whoever has the other end. Its argument is the memory it may take, in bytes. */
import { join } from "node:path";
import { serveOcr } from "../archive/import/serveOcr.ts";
import { servePort } from "./servePort.ts";

servePort((wire) => serveOcr(wire, Number(process.argv[2]), join(__dirname, "memoryWatch.cjs"), join(__dirname, "ocr")));
