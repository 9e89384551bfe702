/** What the librarian and main say to each other about the processes that read PDFs: only main can start one inside Electron. */
import { z } from "zod";

/** By the librarian. */
export const PdfProcessWish = z.discriminatedUnion("wish", [
  /** `memory` is what the process may take, in bytes. */
  z.object({ wish: z.literal("start"), number: z.int().min(1), memory: z.int().min(1) }),
  z.object({ wish: z.literal("end"), number: z.int().min(1) }),
]);
export type PdfProcessWish = z.infer<typeof PdfProcessWish>;

/** By main. "started" comes with the port that leads to the process. */
export const PdfProcessNews = z.object({ news: z.enum(["started", "ended"]), number: z.int().min(1), how: z.string() });
export type PdfProcessNews = z.infer<typeof PdfProcessNews>;
