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

/** The text of each page; null when it was not kept, or for another PDF. */
export async function readReportText(folder: string, sha256: string): Promise<string[] | null> {
  try {
    const text = ReportText.parse(JSON.parse(await readFile(join(folder, textFile), "utf8")));
    return text.sha256 === sha256 ? text.pages : null;
  } catch {
    return null;
  }
}
