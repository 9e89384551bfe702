/** What is said between the one who wants pages read by machine and the process that reads them. Both ends check what they get. */
import { z } from "zod";
import { failureCodes, MachineLine } from "../model.ts";
import type { ReaderProcess } from "./readerProcess.ts";

/** A page of 300 dots per inch has 9 million points. */
export const mostPoints = 16_000_000;

/** A page drawn upright: one byte a point, from black to white, row by row. */
export const PagePicture = z
  .object({ width: z.int().min(1).max(20_000), height: z.int().min(1).max(20_000), dotsPerInch: z.int().min(30).max(1200), grey: z.instanceof(Uint8Array) })
  .refine(({ width, height, grey }) => grey.length === width * height && grey.length <= mostPoints, "expected a byte for each point, and not too many");
export type PagePicture = z.infer<typeof PagePicture>;

export const OcrRequest = z.object({ number: z.int().min(1), picture: PagePicture });
export type OcrRequest = z.infer<typeof OcrRequest>;

const OcrFailure = z.object({ code: z.enum(failureCodes), detail: z.string().exactOptional() });

export const OcrReply = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("page"), number: z.int().min(1), page: z.int().min(0) }),
  z.object({
    kind: z.literal("answer"),
    number: z.int().min(1),
    answer: z.discriminatedUnion("ok", [z.object({ ok: z.literal(true), value: z.array(MachineLine).max(5000) }), z.object({ ok: z.literal(false), failure: OcrFailure })]),
  }),
]);
export type OcrReply = z.infer<typeof OcrReply>;

export type OcrProcess = ReaderProcess<OcrRequest>;
