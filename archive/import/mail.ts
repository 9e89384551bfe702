/**
 * A mail to a letter's source: of its alternatives the HTML one, with the pictures that came along; who sent it, when, and under which subject.
 * PDFs that are attached are reports of their own, cited by the letter.
 */
import type { RootContent } from "mdast";
import type { ReportDraft } from "../draft.ts";
import { toString as textOfNode } from "mdast-util-to-string";
import { mailDate } from "./dates.ts";
import { decodeText } from "./encoding.ts";
import { unflow } from "./flowedText.ts";
import { readHtml } from "./html.ts";
import type { LetterSource, TitleClue } from "./letterSource.ts";
import { noClues } from "./letterSource.ts";
import { type Mail, type MailPart, readMime } from "./mime.ts";
import type { Notes } from "./notes.ts";
import { readOrg } from "./org.ts";
import type { PdfContent } from "./pdfContent.ts";
import { Pictures } from "./pictures.ts";
import { readPlain } from "./plain.ts";
import { reportDraft } from "./report.ts";
import type { Answer } from "../model.ts";
import { sniffText } from "./sniff.ts";
import { readMarkdown } from "./markdown.ts";

export type ReadAttachedPdf = (bytes: Uint8Array) => Promise<Answer<PdfContent>>;

export async function readMail(bytes: Uint8Array, notes: Notes, readPdf: ReadAttachedPdf): Promise<LetterSource> {
  const mail = await readMime(bytes, notes);
  const leaves = leavesOf(mail.root);
  const bodies = bodiesOf(mail.root);
  const reports = await readReports(leaves, notes, readPdf);
  const parts: MailParts = { leaves, reports, pictures: new Pictures(), cited: new Set() };
  const read = bodies.map((part) => readBody(part, parts, notes));
  const first = read.find(({ blocks }) => blocks.length > 0) ?? noClues(notes);
  const blocks = [...read.flatMap(({ blocks }) => blocks), ...attachedPictures(parts, bodies)];
  return {
    ...first,
    blocks: [...blocks, ...citations(parts, first.language ?? languageOf(blocks))],
    titles: [...first.titles.filter(({ from }) => from === "front-matter"), ...subjectOf(mail), ...first.titles.filter(({ from }) => from !== "front-matter" && from !== "meta")],
    dates: [...first.dates, ...sentOn(mail)],
    publisher: first.publisher ?? senderOf(mail),
    pictures: parts.pictures.list(),
    attachments: reports.map(({ draft }) => draft),
  };
}

/** What came with a mail's text. */
interface MailParts {
  leaves: readonly MailPart[];
  reports: readonly AttachedReport[];
  pictures: Pictures;
  /** Numbers of the reports that the text links to. */
  cited: Set<number>;
}

interface AttachedReport {
  part: MailPart;
  draft: ReportDraft;
}

function leavesOf(part: MailPart): MailPart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}

function isAttached(part: MailPart): boolean {
  return part.disposition === "attachment" || (part.fileName !== null && part.disposition !== "inline");
}

/** The parts that make the text: of alternatives the richest that says something, of others each in turn. */
function bodiesOf(part: MailPart): MailPart[] {
  if (part.parts.length === 0) return /^text\/(?:plain|html|enriched|markdown|x-\w+)$/.test(part.type) && !isAttached(part) && hasText(part) ? [part] : [];
  const choices = part.parts.map(bodiesOf).filter((bodies) => bodies.length > 0);
  if (part.type !== "multipart/alternative") return choices.flat();
  return choices.findLast((bodies) => bodies.some(({ type }) => type === "text/html")) ?? choices.at(-1) ?? [];
}

/** Characters; pictures inside an HTML text count. */
const maxBody = 30_000_000;

function hasText(part: MailPart): boolean {
  return part.content.some((byte) => byte > 32);
}

function readBody(part: MailPart, parts: MailParts, notes: Notes): LetterSource {
  const isHtml = part.type === "text/html";
  const text = decodeText(part.content, [...(part.charset === null ? [] : [part.charset]), ...(isHtml ? metaCharset(part.content) : [])], notes);
  if (text.length > maxBody) {
    notes.add("part-damaged", part.type);
    return noClues(notes);
  }
  if (isHtml || sniffText(text) === "html") return readHtml(text, { notes, pictures: parts.pictures, related: (address) => relatedPart(address, parts.leaves), linked: (address) => linkedReport(address, parts), isMail: true });
  const unwrapped = part.flowed === null ? text : unflow(text, part.flowed === "delsp");
  const form = sniffText(unwrapped);
  if (form === "org") return readOrg(unwrapped, notes);
  return form === "markdown" ? readMarkdown(unwrapped, notes, parts.pictures) : readPlain(unwrapped, notes);
}

/** What an HTML text says itself of its charset (HTML Standard, prescan). */
export function metaCharset(bytes: Uint8Array): string[] {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const label = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1] ?? /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head)?.[1];
  return label === undefined ? [] : [label];
}

/** RFC 2392 and 2557: a part by its Content-ID or its Content-Location. */
function isMeant(part: MailPart, address: string): boolean {
  const id = /^cid:(.*)$/i.exec(address)?.[1];
  return id === undefined ? part.location !== null && part.location === address : part.id !== null && (part.id === id || part.id === unescaped(id));
}

/** `attachment:0` for a link to a report that came along. */
function linkedReport(address: string, { reports, cited }: MailParts): string | null {
  const number = reports.findIndex(({ part }) => isMeant(part, address));
  if (number < 0) return null;
  cited.add(number);
  return `attachment:${number}`;
}

/** Reports that the text does not link to are named at its end. */
function citations({ reports, cited }: MailParts, language: "fr" | "en"): RootContent[] {
  return reports.flatMap(({ draft }, number): RootContent[] => {
    if (cited.has(number)) return [];
    const label = language === "fr" ? "Pièce jointe : " : "Attachment: ";
    return [{ type: "paragraph", children: [{ type: "text", value: label }, { type: "link", url: `attachment:${number}`, title: null, children: [{ type: "text", value: draft.title }] }] }];
  });
}

/** English when its smallest words are; else French, in which the archive speaks. */
function languageOf(blocks: readonly RootContent[]): "fr" | "en" {
  const text = blocks.slice(0, 50).map((block) => textOfNode(block)).join(" ").slice(0, 20_000);
  const count = (words: RegExp): number => (text.match(words) ?? []).length;
  return count(/\b(?:the|and|of|to|is|with|for)\b/gi) > count(/\b(?:le|la|les|des|et|de|du|un|une|pour)\b/gi) ? "en" : "fr";
}

function relatedPart(address: string, leaves: readonly MailPart[]): { bytes: Uint8Array; name: string } | null {
  const part = leaves.find((leaf) => isMeant(leaf, address));
  return part ? { bytes: part.content, name: part.fileName ?? part.location?.split("/").pop() ?? "" } : null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Pictures that were attached to a mail instead of being shown in it stand at its end. */
function attachedPictures({ leaves, pictures }: MailParts, bodies: readonly MailPart[]): RootContent[] {
  const shown = pictures.list().length;
  const isPlain = bodies.every(({ type }) => type !== "text/html");
  return leaves
    .filter((part) => part.type.startsWith("image/") && (part.disposition === "attachment" || isPlain) && part.content.length > 0)
    .flatMap((part): RootContent[] => {
      const before = pictures.list().length;
      const url = pictures.add(part.content, part.fileName ?? "");
      return url !== null && pictures.list().length > Math.max(before, shown) ? [{ type: "paragraph", children: [{ type: "image", url, alt: part.fileName ?? "", title: null }] }] : [];
    });
}

async function readReports(leaves: readonly MailPart[], notes: Notes, readPdf: ReadAttachedPdf): Promise<AttachedReport[]> {
  const reports: AttachedReport[] = [];
  for (const part of leaves) {
    if (!Buffer.from(part.content.subarray(0, 1024)).toString("latin1").includes("%PDF-")) continue;
    const name = part.fileName ?? "rapport.pdf";
    const content = await readPdf(part.content);
    if (content.ok) {
      const draft = reportDraft(content.value, part.content, name);
      reports.push({ part, draft });
      notes.add("attachment-kept", draft.title);
    } else notes.add("part-damaged", name);
  }
  return reports;
}

/** Without what mail programs and lists put before it: "Fwd:", "TR :", "Re:", "[liste]". */
export function bareSubject(subject: string): string {
  const bare = subject
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:(?:re|fwd?|tr|rép|réf|aw|wg|i)\s?(?:\[\d+\])?\s?:\s*)+/i, "");
  // "[lettre] Octobre" is a list's name and a title; "[Lettre d'octobre]" alone is the title.
  const listed = /^\[([^\][]{1,40})\]\s*(\S.*)$/.exec(bare);
  return listed?.[2] && /^[\w.-]+$/.test(listed[1] ?? "") ? listed[2].replace(/^(?:(?:re|fwd?|tr)\s?:\s*)+/i, "") : bare || subject.trim();
}

function subjectOf(mail: Mail): TitleClue[] {
  const subject = bareSubject(mail.header("subject") ?? "");
  return subject === "" ? [] : [{ text: subject, from: "subject" }];
}

function sentOn(mail: Mail): LetterSource["dates"] {
  const date = mailDate(mail.header("date") ?? "") ?? receivedOn(mail);
  return date === null ? [] : [{ date, from: "mail" }];
}

/** Without a Date header, the day on which the last server took it in. */
function receivedOn(mail: Mail): string | null {
  const received = mail.header("received")?.split(";").pop();
  return received === undefined ? null : mailDate(received);
}

/** The sender's name without quotation marks, or null when there is an address alone. */
function senderOf(mail: Mail): string | null {
  const name = /^\s*"?([^"<@]{1,200}?)"?\s*</.exec(mail.header("from") ?? "")?.[1]?.trim();
  return name === undefined || name === "" ? null : name;
}
