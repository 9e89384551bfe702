/**
 * A dossier on the wall: its passages and questions, a slide each. Instructions and timings are for the person who speaks: they are notes of the slide that
 * comes after them, or of the last one.
 */
import type { Dossier, DossierItem } from "../../archive/dossier.ts";
import { sectionAt } from "../../archive/letterSection.ts";
import type { Answer, Letter } from "../../archive/model.ts";
import type { Slide, Step, TextSlide } from "../bridge.ts";
import { slideOfSection, type SlideSaying } from "../present/slides.ts";

type PassageItem = Extract<DossierItem, { kind: "passage" }>;

interface DossierSaying extends SlideSaying {
  /** What a question is called. */
  question: string;
  /** Where a passage was taken from, in one line. */
  origin(origin: PassageItem["origin"]): string;
}

/** What is in this library. */
interface Shelves {
  letter(id: string): Promise<Answer<Letter>>;
  isReport(id: string): boolean;
}

const mostNotes = 20_000;
const mostSteps = 4000;

export async function slidesOfDossier(dossier: Dossier, shelves: Shelves, saying: DossierSaying): Promise<Slide[]> {
  const slides: Slide[] = [];
  let notes: string[] = [];
  let minutes = 0;
  for (const item of dossier.items) {
    if (item.kind === "text") minutes += item.minutes ?? 0;
    if (item.kind === "text" && item.role !== "question") {
      notes.push(item.text.trim());
      continue;
    }
    const slide = item.kind === "text" ? questionSlide(dossier, item.text, saying) : await passageSlide(item, shelves, saying);
    slides.push({ ...slide, notes: joined(notes), minutes: minutes > 0 ? minutes : null });
    notes = [];
    minutes = 0;
  }
  const last = slides.at(-1);
  if (last) last.notes = joined([last.notes, ...notes]);
  return slides;
}

function questionSlide({ title }: Dossier, text: string, { question }: DossierSaying): TextSlide {
  const steps = stepsOfLines(text);
  return { kind: "text", title: question, source: title, language: "fr", notes: "", minutes: null, steps: steps.length > 0 ? steps : [{ kind: "title", text: question, rubric: "" }] };
}

/** As it is in the library, or else as it was when it was taken. A part that was chosen is shown alone. */
async function passageSlide(item: PassageItem, { letter, isReport }: Shelves, saying: DossierSaying): Promise<Slide> {
  const { title, text, isWhole, origin } = item;
  const about = { title, source: saying.origin(origin), language: origin.language, notes: "", minutes: null };
  const [document = "", place = ""] = origin.passage.split("#");
  if (isWhole && origin.page !== null && isReport(document)) return { ...about, kind: "page", report: document, page: Number(place.slice(1)) };
  const found = isWhole && origin.page === null ? await letter(document) : null;
  const section = found?.ok ? sectionAt(found.value, place) : undefined;
  if (found?.ok && section) return { ...slideOfSection(found.value.head, section, saying), source: about.source };
  return { ...about, kind: "text", steps: [{ kind: "title", text: title, rubric: "" }, ...stepsOfLines(text)] };
}

function stepsOfLines(text: string): Step[] {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return lines.slice(0, mostSteps).map((line) => ({ kind: "text", role: "paragraph", runs: [{ text: line }] }));
}

function joined(notes: readonly string[]): string {
  return notes.filter((note) => note !== "").join("\n\n").slice(0, mostNotes);
}
