/** What the librarian and main say to each other about the processes that read PDFs and pictures of pages: only main can start one inside Electron. */
import { z } from "zod";

/** What a process reads. */
export const readers = ["pdf", "ocr"] as const;
export type ReaderKind = (typeof readers)[number];

/** By the librarian. */
export const ReaderWish = z.discriminatedUnion("wish", [
  /** `memory` is what the process may take, in bytes. */
  z.object({ wish: z.literal("start"), kind: z.enum(readers), number: z.int().min(1), memory: z.int().min(1) }),
  z.object({ wish: z.literal("end"), number: z.int().min(1) }),
]);
export type ReaderWish = z.infer<typeof ReaderWish>;

/** By main. "started" comes with the port that leads to the process. */
export const ReaderNews = z.object({ news: z.enum(["started", "ended"]), number: z.int().min(1), how: z.string() });
export type ReaderNews = z.infer<typeof ReaderNews>;
