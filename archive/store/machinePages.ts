/**
 * What the machine read on a report's pages without text, in a file beside it: each word with its place on the page. For one PDF; what was read on
 * another one's pictures says nothing of this one. A file that does not read, or of a later format, is as good as none.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { MachinePage } from "../model.ts";
import { machineFile } from "./layout.ts";

const MachinePages = z.object({
  format: z.literal(1),
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
  const head = JSON.stringify({ format: 1, sha256, engine }).slice(0, -1);
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
