/** Notes written as the W3C's web annotations and read back: the very notes, whatever they hold; and what others wrote, or damaged, taken for no more than it is. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Note } from "../../../archive/note.ts";
import { noteColours } from "../../../archive/noteColours.ts";
import { annotationsOf, isAnnotations, readAnnotations } from "../../../archive/share/annotations.ts";
import { notesMarkdown } from "../../../archive/share/notesMarkdown.ts";

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);
const words = (maxLength: number, minLength = 0) => fc.string({ unit: "binary", minLength, maxLength });
const instant = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }).map((date) => date.toISOString());
const tag = words(30, 1).map((text) => text.trim()).filter((text) => text !== "");

const anyNote: fc.Arbitrary<Note> = fc
  .record({
    id: fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)),
    revision: fc.integer({ min: 1, max: 999 }),
    document: fc.tuple(slug, slug).map(([collection, name]) => `${collection}/${name}`),
    part: slug,
    quote: fc.record({ exact: words(200, 1), prefix: words(60), suffix: words(60) }),
    start: fc.nat(10_000),
    colour: fc.constantFrom(...noteColours),
    text: words(300),
    tags: fc.array(tag, { maxLength: 5 }),
    source: fc.record({ title: words(80), heading: words(80) }),
    createdAt: instant,
    changedAt: instant,
  })
  .map(({ document, part, quote, start, ...rest }) => Note.parse({ ...rest, target: { document, passage: `${document}#${part}`, quote, position: { start, end: start + quote.exact.length } } }));

const example = (change: Partial<Note> = {}): Note => ({
  id: "0b5f2c1e-7d7c-4b8e-9b6a-000000000001",
  revision: 3,
  target: { document: "essai/lettre", passage: "essai/lettre#la-soupe", quote: { exact: "une soupe", prefix: "Le mardi, ", suffix: "." }, position: { start: 10, end: 19 } },
  colour: "discuss",
  text: "À cuisiner *ensemble*",
  tags: ["recettes", "mardi"],
  source: { title: "La lettre", heading: "La soupe" },
  createdAt: "2026-01-01T00:00:00.000Z",
  changedAt: "2026-01-02T00:00:00.000Z",
  ...change,
});

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe("notes as web annotations", () => {
  test("come back as the very notes, whatever they hold", () => {
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 6 }), (notes) => {
        const bytes = annotationsOf(notes);
        expect(isAnnotations(bytes)).toBe(true);
        expect(readAnnotations(bytes)).toEqual({ ok: true, value: { notes, foreign: 0 } });
      }),
      { numRuns: 300 },
    );
  });

  test("say what the model has words for in its words", () => {
    const { first, ...collection } = JSON.parse(new TextDecoder().decode(annotationsOf([example()]))) as { first: { items: unknown[] } };
    expect(collection).toMatchObject({ "@context": ["http://www.w3.org/ns/anno.jsonld", { relire: "relire://app/terms#" }], type: "AnnotationCollection", total: 1 });
    expect(first.items).toEqual([
      {
        id: "urn:uuid:0b5f2c1e-7d7c-4b8e-9b6a-000000000001",
        type: "Annotation",
        motivation: "commenting",
        created: "2026-01-01T00:00:00.000Z",
        modified: "2026-01-02T00:00:00.000Z",
        "relire:revision": 3,
        body: [
          { type: "TextualBody", purpose: "commenting", format: "text/plain", value: "À cuisiner *ensemble*" },
          { type: "TextualBody", purpose: "tagging", value: "recettes" },
          { type: "TextualBody", purpose: "tagging", value: "mardi" },
          { type: "TextualBody", purpose: "classifying", value: "discuss" },
        ],
        target: {
          type: "SpecificResource",
          source: { id: "relire://essai/lettre#la-soupe", type: "Text", "dcterms:title": "La lettre", "relire:heading": "La soupe" },
          selector: [
            { type: "TextQuoteSelector", exact: "une soupe", prefix: "Le mardi, ", suffix: "." },
            { type: "TextPositionSelector", start: 10, end: 19 },
          ],
        },
      },
    ]);
  });

  test("of another program are read where they speak of a document of Relire's, and counted where they do not", () => {
    const theirs = { type: "Annotation", id: "urn:uuid:0b5f2c1e-7d7c-4b8e-9b6a-000000000002", created: "2026-03-01T10:00:00Z", body: { type: "TextualBody", value: "Oui" }, target: { source: "relire://essai/lettre#la-soupe", selector: { type: "TextQuoteSelector", exact: "une soupe" } } };
    const elsewhere = { ...theirs, target: { source: "https://example.org/page", selector: theirs.target.selector } };
    const whole = { ...theirs, target: { source: theirs.target.source } };
    const page = { "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items: [theirs, elsewhere, whole, "rien", null, 7] };
    expect(readAnnotations(bytesOf(page))).toMatchObject({ ok: true, value: { foreign: 5, notes: [{ id: "0b5f2c1e-7d7c-4b8e-9b6a-000000000002", text: "Oui", colour: "keep", revision: 1, target: { quote: { exact: "une soupe", prefix: "" } } }] } });
    expect(readAnnotations(bytesOf(theirs))).toMatchObject({ value: { notes: [{ text: "Oui" }] } });
  });

  test("that are cut short, damaged, or no annotations at all are refused", () => {
    const bytes = annotationsOf([example()]);
    for (const bad of [bytes.subarray(0, 300), bytesOf({ type: "AnnotationCollection", first: "https://example.org/1" }), bytesOf("notes"), new Uint8Array([0xff, 0xfe])]) {
      expect(readAnnotations(bad)).toMatchObject({ ok: false, failure: { code: "notes-damaged" } });
    }
  });

  test("whatever one changes in them, nothing is read that is no note", () => {
    const bytes = annotationsOf([example(), example({ id: "autre" })]);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const read = readAnnotations(bytes.with(at, byte));
        const notes = read.ok ? read.value.notes : [];
        expect(notes.every((note) => Note.safeParse(note).success)).toBe(true);
      }),
    );
  });
});

test("notes as a text stand by document and section, and what they hold is no markup", () => {
  const saying = { title: "Notes", colours: { keep: "À retenir", discuss: "À discuter", check: "À vérifier", idea: "Idée" }, tags: (tags: readonly string[]) => `Étiquettes : ${tags.join(", ")}`, place: ({ source }: Note) => source.heading };
  const text = notesMarkdown([example(), example({ id: "c", source: { title: "La lettre", heading: "Réparer" } }), example({ id: "b", colour: "keep", text: "", tags: [] })], saying);
  expect(text).toBe(
    "# Notes\n\n## La lettre\n\n### La soupe\n\n> une soupe\n\nÀ cuisiner \\*ensemble\\*\n\n_À discuter · Étiquettes : recettes, mardi_\n\n> une soupe\n\n_À retenir_\n\n### Réparer\n\n> une soupe\n\nÀ cuisiner \\*ensemble\\*\n\n_À discuter · Étiquettes : recettes, mardi_\n",
  );
});
