/** What is said between the one who wants PDFs read and the process that reads them, however they are joined. Both ends check what they get. */
import { z } from "zod";
import { failureCodes } from "../model.ts";
import { PdfContent } from "./pdfContent.ts";
import type { ReaderProcess } from "./readerProcess.ts";

/** One PDF at a time: the next is asked for when the one before was answered. */
export const PdfRequest = z.object({ number: z.int().min(1), bytes: z.instanceof(Uint8Array), password: z.string().exactOptional() });
export type PdfRequest = z.infer<typeof PdfRequest>;

const PdfFailure = z.object({ code: z.enum(failureCodes), detail: z.string().exactOptional() });

export const PdfReply = z.discriminatedUnion("kind", [
  /** Said once, when it can read. */
  z.object({ kind: z.literal("ready") }),
  /** Page `page` (from 1; 0 stands for the document as a whole) is begun. */
  z.object({ kind: z.literal("page"), number: z.int().min(1), page: z.int().min(0) }),
  z.object({
    kind: z.literal("answer"),
    number: z.int().min(1),
    answer: z.discriminatedUnion("ok", [z.object({ ok: z.literal(true), value: PdfContent }), z.object({ ok: z.literal(false), failure: PdfFailure })]),
  }),
]);
export type PdfReply = z.infer<typeof PdfReply>;

export type PdfProcess = ReaderProcess<PdfRequest>;
