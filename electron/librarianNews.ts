/** What the librarian's process tells the shell beside the wishes for PDFs: that it is ready, and defects, for the log. */
import { z } from "zod";

export const LibrarianNews = z.discriminatedUnion("news", [
  /** The archive is open: questions are answered. */
  z.object({ news: z.literal("ready") }),
  z.object({ news: z.literal("defect"), defect: z.object({ error: z.string().max(200), code: z.string().max(200), at: z.string().max(1000) }) }),
]);
export type LibrarianNews = z.infer<typeof LibrarianNews>;
