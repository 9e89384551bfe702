/** The process that reads PDFs inside Electron: gets a port from main, and serves whoever has the other end. Its argument is the memory it may take, in bytes. */
import { join } from "node:path";
import { servePdfs } from "../archive/import/servePdfs.ts";
import { servePort } from "./servePort.ts";

servePort((wire) => servePdfs(wire, Number(process.argv[2]), join(__dirname, "memoryWatch.cjs")));
