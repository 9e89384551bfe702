/** list, show and search, as text for people or as JSON. */
import type { Archive } from "./archive.ts";
import type { Command } from "./cliCommand.ts";
import { documentsAsJson, resultsAsJson } from "./cliJson.ts";
import type { CliWords } from "./cliWords.ts";
import type { Failure, Letter, PassageHead, ReportHead } from "./model.ts";

/** Exit code 1. */
export class NoAnswer extends Error {}

/** Throws NoAnswer for what is not there. */
export async function read(archive: Archive, { name, words, json, limit }: Command, say: CliWords): Promise<string> {
  if (name === "search") return search(archive, words.join(" "), limit, json, say);
  if (name === "show") return show(archive, words[0] ?? "", say);
  const overview = archive.overview();
  if (json) return JSON.stringify(documentsAsJson(overview));
  return overview.collections
    .map(({ id, title, sample }) => {
      const documents = overview.documents.filter((document) => document.collection === id);
      const lines = documents.map((document) => `  ${document.id}  ${document.date ?? say.noDate}  ${document.title}`);
      return [`${title}${sample ? ` (${say.sample})` : ""}`, ...lines].join("\n");
    })
    .join("\n\n");
}

function search(archive: Archive, text: string, limit: number, json: boolean, say: CliWords): string {
  const found = archive.search({ text, limit });
  if (json) return JSON.stringify(resultsAsJson(found));
  if (found.total === 0) return say.nothing(found.query);
  const groups = found.groups.map(({ document, hits }) => {
    const lines = hits.map(({ passage, excerpt }) => `  ${passage.id}\n    ${place(passage, say)}: ${excerpt}`);
    const about = document.kind === "dossier" ? say.dossier : (document.date ?? say.noDate);
    return [`${document.title}, ${about}`, ...lines].join("\n");
  });
  return [say.found(found.total, Math.min(found.total, limit)), ...groups].join("\n\n");
}

async function show(archive: Archive, id: string, say: CliWords): Promise<string> {
  if (id.includes("#")) {
    const passage = archive.passage(id);
    if (!passage.ok) throw new NoAnswer(say.unknownId(id));
    return `${place(passage.value, say)}\n\n${passage.value.text}`;
  }
  const letter = await archive.letter(id);
  if (letter.ok) return letterAsText(letter.value, say);
  const report = archive.report(id);
  if (report.ok) return reportAsText(archive, report.value, say);
  const failure = letter.failure.code === "unknown-document" ? report.failure : letter.failure;
  throw new NoAnswer(failure.code === "unknown-document" ? say.unknownId(id) : say.closed(id, why(failure)));
}

function letterAsText({ head, opening, sections }: Letter, say: CliWords): string {
  const parts = sections.map(({ title, text }) => `${title}\n\n${text}`);
  return [`${head.title}, ${head.date ?? say.noDate}`, ...(opening ? [opening.text] : []), ...parts].join("\n\n");
}

function reportAsText(archive: Archive, { id, title, date, pageLabels }: ReportHead, say: CliWords): string {
  const pages = pageLabels.map((_, index) => archive.passage(`${id}#p${index + 1}`));
  const parts = pages.flatMap((page) => (page.ok ? [`${place(page.value, say)}\n\n${page.value.text}`] : []));
  return [`${title}, ${date ?? say.noDate}`, ...parts].join("\n\n");
}

function place({ kind, heading }: PassageHead, say: CliWords): string {
  if (kind === "note") return say.note(heading);
  if (kind === "dossier") return heading || say.dossierText;
  return kind === "page" ? say.page(heading) : heading;
}

/** A failure's code, and what the reader of the file said. */
export function why({ code, detail }: Failure): string {
  return detail ? `${code}: ${detail}` : code;
}
