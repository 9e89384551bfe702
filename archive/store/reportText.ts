/** What was extracted from a report's PDF, beside it: extracting again takes seconds. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { textFile } from "./layout.ts";

/** The text of each page, for the PDF of this digest. */
const ReportText = z.object({ sha256: z.string(), pages: z.array(z.string()) });
type ReportText = z.infer<typeof ReportText>;

export function reportTextOf(text: ReportText): string {
  return `${JSON.stringify(text)}\n`;
}

/** The text of each page, from the bytes of such a file; null when there is none, or it is of another PDF. */
export function parseReportText(bytes: Uint8Array | undefined, sha256: string): string[] | null {
  try {
    const text = ReportText.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return text.sha256 === sha256 ? text.pages : null;
  } catch {
    return null;
  }
}

/** The text of each page; null when it was not kept, or for another PDF. */
export async function readReportText(folder: string, sha256: string): Promise<string[] | null> {
  return parseReportText(await readFile(join(folder, textFile)).catch(() => undefined), sha256);
}
