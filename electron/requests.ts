/** What may be asked, checked where it comes in: whatever the window sends is data from outside. */
import { z } from "zod";
import { CollectionId, DocumentId, SlugId } from "../archive/model.ts";
import { librarianCalls, type LibrarianCall, type ShellCall } from "./contract.ts";

const hidden = z.array(CollectionId).max(1000);

const searchOrder = z.enum(["relevance", "date"]);

export const settingsSchema = z.object({
  theme: z.enum(["system", "light", "dark"]),
  language: z.enum(["system", "fr", "en"]),
  hiddenCollections: hidden,
  searchOrder,
  recentSearches: z.array(z.string().min(1).max(1000)).max(50),
  listWidth: z.number().min(200).max(2000),
});

/** An address that a browser or a mail program may be handed. */
const webAddress = z.string().max(8000).refine(isWebAddress, "not a web address");

export const librarianRequests = {
  overview: z.undefined(),
  letter: DocumentId,
  report: DocumentId,
  rubric: z.object({ id: SlugId, hidden }),
  search: z.object({ text: z.string().max(1000), limit: z.int().min(1).max(1000), order: searchOrder.optional(), hidden: hidden.optional() }),
} satisfies Record<LibrarianCall, z.ZodType>;

export const shellRequests = {
  changeSettings: settingsSchema.partial(),
  openWebLink: webAddress,
  copyText: z.string().max(1_000_000),
  painted: z.undefined(),
} satisfies Record<ShellCall, z.ZodType>;

export const questionSchema = z.object({ number: z.int().min(0), call: z.enum(librarianCalls), request: z.unknown() });

function isWebAddress(address: string): boolean {
  try {
    return ["http:", "https:", "mailto:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
