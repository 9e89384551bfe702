/** What may be asked of the wall, checked where it comes in. */
import { z } from "zod";
import { DocumentId } from "../archive/model.ts";
import { presentMoves } from "./presentContract.ts";
import type { PresentCalls } from "./presentContract.ts";

const line = z.string().max(2000);
const text = z.string().max(20_000);

const step = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("title"), text: line, rubric: line }),
  z.object({
    kind: z.literal("text"),
    role: z.enum(["paragraph", "heading", "item", "quote"]),
    runs: z.array(z.object({ text, look: z.enum(["emphasis", "strong"]).optional() })).max(1000),
  }),
  z.object({ kind: z.literal("picture"), letter: DocumentId, path: z.string().regex(/^pictures\/[^/]{1,300}$/), alt: text }),
]);

const head = { title: line, source: line, language: z.enum(["fr", "en"]), notes: text, minutes: z.number().min(0).max(10_000).nullable() };

const slide = z.discriminatedUnion("kind", [
  z.object({ ...head, kind: z.literal("text"), steps: z.array(step).min(1).max(5000) }),
  z.object({ ...head, kind: z.literal("page"), report: DocumentId, page: z.int().min(1).max(1_000_000) }),
]);

const index = z.int().min(0).max(20_000);

export const presentRequests = {
  present: z.object({ slides: z.array(slide).min(1).max(20_000), from: index, ground: z.enum(["light", "dark"]) }),
  presentMove: z.union([z.enum(presentMoves), z.strictObject({ goTo: index }), z.strictObject({ slide: index, steps: z.int().min(1).max(50) })]),
  presented: z.undefined(),
} satisfies Record<keyof PresentCalls, z.ZodType>;
