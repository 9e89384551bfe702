/**
 * Notes as they travel: an AnnotationCollection of the W3C's Web Annotation Data Model (2017), in JSON-LD, which other programs read as well. What that model has no
 * word for (a note's revision, what its section was called) stands under a prefix of our own. What comes in is data from outside: read one annotation after the other,
 * within bounds, and what is no note about a document of Relire's is counted, never guessed at.
 */
import { z } from "zod";
import { type Answer, fail, succeed } from "../model.ts";
import { Note } from "../note.ts";
import { type NoteColour, noteColours } from "../noteColours.ts";

const anno = "http://www.w3.org/ns/anno.jsonld";
const context = [anno, { relire: "relire://app/terms#" }];

/** Bytes of a file of notes, and notes in it. */
const mostBytes = 64_000_000;
const mostNotes = 50_000;

/** The same notes in the same order give the same bytes. */
export function annotationsOf(notes: readonly Note[]): Uint8Array {
  const items = notes.map(annotationOf);
  const collection = { "@context": context, id: "relire://app/notes", type: "AnnotationCollection", label: "Relire", total: items.length, first: { id: "relire://app/notes/1", type: "AnnotationPage", startIndex: 0, items } };
  return new TextEncoder().encode(`${JSON.stringify(collection, null, 1)}\n`);
}

function annotationOf({ id, revision, target, colour, text, tags, source, createdAt, changedAt }: Note): object {
  const { passage, quote, position } = target;
  const said = [
    ...(text === "" ? [] : [{ type: "TextualBody", purpose: "commenting", format: "text/plain", value: text }]),
    ...tags.map((value) => ({ type: "TextualBody", purpose: "tagging", value })),
    { type: "TextualBody", purpose: "classifying", value: colour },
  ];
  return {
    id: uuid.test(id) ? `urn:uuid:${id}` : `${ownId}${id}`,
    type: "Annotation",
    motivation: text === "" ? "highlighting" : "commenting",
    created: createdAt,
    modified: changedAt,
    "relire:revision": revision,
    body: said,
    target: {
      type: "SpecificResource",
      source: { id: `${ownSource}${passage}`, type: "Text", "dcterms:title": source.title, "relire:heading": source.heading },
      selector: [
        { type: "TextQuoteSelector", ...quote },
        { type: "TextPositionSelector", ...position },
      ],
    },
  };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ownId = "relire://app/notes/";
const ownSource = "relire://";

/** Whether a file may be one of annotations; what it holds is for `readAnnotations` to say. */
export function isAnnotations(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 2000));
  return /^\uFEFF?\s*[[{]/.test(start) && start.includes(anno);
}

export interface ReadNotes {
  notes: Note[];
  /** Annotations of other things than documents of Relire's, or that make no note. */
  foreign: number;
}

/** Fails with `notes-damaged`. */
export function readAnnotations(bytes: Uint8Array): Answer<ReadNotes> {
  if (bytes.length > mostBytes) return fail("notes-damaged", { detail: `${bytes.length} bytes` });
  let found: unknown[];
  try {
    found = Container.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    return fail("notes-damaged", { detail: error instanceof z.ZodError ? "no collection of annotations" : String(error).slice(0, 200) });
  }
  if (found.length > mostNotes) return fail("notes-damaged", { detail: `${found.length} annotations` });
  const notes = found.flatMap((each) => noteOf(each) ?? []);
  return succeed({ notes, foreign: found.length - notes.length });
}

/** A collection with its page, a page, a list, or one annotation. */
const Container = z.union([
  z.array(z.unknown()),
  z.object({ first: z.object({ items: z.array(z.unknown()) }) }).transform(({ first }) => first.items),
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
  z.looseObject({ type: z.literal("Annotation") }).transform((annotation): unknown[] => [annotation]),
]);

/** One or several, as the model allows; those of another kind are passed over. */
function listOf<Kind>(kind: z.ZodType<Kind>) {
  const list = z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(z.unknown()).max(1000));
  return list.transform((all): Kind[] => all.flatMap((each) => kind.safeParse(each).data ?? []));
}

const TextBody = z.object({ type: z.literal("TextualBody"), value: z.string(), purpose: z.string().optional() });
const Selector = z.discriminatedUnion("type", [
  z.object({ type: z.literal("TextQuoteSelector"), exact: z.string(), prefix: z.string().default(""), suffix: z.string().default("") }),
  z.object({ type: z.literal("TextPositionSelector"), start: z.number(), end: z.number() }),
]);
const Source = z.union([z.string().transform((id) => ({ id, "dcterms:title": "", "relire:heading": "" })), z.object({ id: z.string(), "dcterms:title": z.string().default(""), "relire:heading": z.string().default("") })]);

const Annotation = z.object({
  id: z.string().max(300),
  created: z.string(),
  modified: z.string().optional(),
  "relire:revision": z.number().default(1),
  body: listOf(TextBody).optional(),
  target: z.object({ source: Source, selector: listOf(Selector) }),
});

/** Null for what makes no note. */
function noteOf(given: unknown): Note | null {
  const read = Annotation.safeParse(given);
  if (!read.success) return null;
  const { id, created, modified, body = [], target, "relire:revision": revision } = read.data;
  const quote = target.selector.find((each) => each.type === "TextQuoteSelector");
  const position = target.selector.find((each) => each.type === "TextPositionSelector");
  const passage = target.source.id.startsWith(ownSource) ? target.source.id.slice(ownSource.length) : "";
  const note = Note.safeParse({
    id: id.replace(/^urn:uuid:/, "").replace(ownId, ""),
    revision: Math.max(1, revision),
    target: {
      document: passage.split("#")[0],
      passage,
      quote: quote && { exact: quote.exact, prefix: quote.prefix.slice(-500), suffix: quote.suffix.slice(0, 500) },
      position: position ? { start: position.start, end: position.end } : { start: 0, end: 0 },
    },
    colour: colourIn(body),
    text: body.filter(({ purpose = "commenting" }) => purpose === "commenting").map(({ value }) => value).join("\n\n"),
    tags: body.filter(({ purpose }) => purpose === "tagging").map(({ value }) => value),
    source: { title: target.source["dcterms:title"], heading: target.source["relire:heading"] },
    createdAt: created,
    changedAt: modified ?? created,
  });
  return note.success ? note.data : null;
}

function colourIn(body: readonly z.infer<typeof TextBody>[]): NoteColour {
  const told = body.find(({ purpose }) => purpose === "classifying")?.value;
  return noteColours.find((colour) => colour === told) ?? "keep";
}
