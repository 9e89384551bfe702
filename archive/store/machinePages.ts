/**
 * What the machine read on a report's pages without text, in a file beside it: each word with its place on the page. For one PDF; what was read on
 * another one's pictures says nothing of this one. A file that does not read is as good as none, and so is one of a later format, but that one is named
 * and stays as it is.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { MachinePage } from "../model.ts";
import { documentFolder, machineFile, type Named } from "./layout.ts";
import { isOfLaterFormat, NewerFile } from "./newerFile.ts";

const machineFormat = 1;

const MachinePages = z.object({
  format: z.literal(machineFormat),
  /** Of the PDF. */
  sha256: z.string(),
  /** What read it, with its version and its language data. */
  engine: z.string(),
  /** In order. */
  pages: z.array(MachinePage),
});
type MachinePages = Omit<z.infer<typeof MachinePages>, "format">;

/** A line for each page. */
export function machinePagesText({ sha256, engine, pages }: MachinePages): string {
  const head = JSON.stringify({ format: machineFormat, sha256, engine }).slice(0, -1);
  return `${head},"pages":[\n${pages.map((page) => JSON.stringify(page)).join(",\n")}\n]}\n`;
}

/** From the bytes of such a file; null when it is none, or of another PDF. */
export function parseMachinePages(bytes: Uint8Array | undefined, sha256: string): MachinePage[] | null {
  try {
    const read = MachinePages.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.sha256 === sha256 ? read.pages : null;
  } catch {
    return null;
  }
}

/** Of the report in a folder; null when nothing was read, or of another PDF. */
export async function readMachinePages(folder: string, sha256: string): Promise<MachinePage[] | null> {
  return parseMachinePages(await readFile(join(folder, machineFile)).catch(() => undefined), sha256);
}

/** Throws `NewerFile` when a later Relire wrote what was read on a report's pages: who would write over it, or take it away, does not. */
export async function insistMachineIsOurs(archive: string, report: Named): Promise<void> {
  const file = `${documentFolder(report)}/${machineFile}`;
  if (await isNewerMachineFile(join(archive, file))) throw new NewerFile(file);
}

/** Whether a file of what was read is of a later format. */
export async function isNewerMachineFile(path: string): Promise<boolean> {
  return isNewerMachine(await readFile(path).catch(() => undefined));
}

/** The same, of its bytes. */
export function isNewerMachine(bytes: Uint8Array | undefined): boolean {
  try {
    return isOfLaterFormat(JSON.parse(new TextDecoder().decode(bytes)), machineFormat);
  } catch {
    return false;
  }
}
