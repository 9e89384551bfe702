/**
 * One file to the letters and reports in it, whatever its form, which is told from its bytes. Never throws for what a file holds: each letter is
 * a draft or a failure, and one bad mail of a mailbox is not the end of the others.
 */
import type { Draft } from "../draft.ts";
import { type Answer, fail, type Rubric, succeed } from "../model.ts";
import { decodeText } from "./encoding.ts";
import { readHtml } from "./html.ts";
import { letterDraft } from "./letterDraft.ts";
import type { LetterSource } from "./letterSource.ts";
import { metaCharset, readMail } from "./mail.ts";
import { readMarkdown } from "./markdown.ts";
import { mailsOf } from "./mbox.ts";
import { Notes } from "./notes.ts";
import { readOrg } from "./org.ts";
import type { ReadPdf } from "./pdfContent.ts";
import { Pictures } from "./pictures.ts";
import { readPlain } from "./plain.ts";
import { reportDraft } from "./report.ts";
import { sniffBytes, sniffText, type TextForm } from "./sniff.ts";

export interface ImportContext {
  readPdf: ReadPdf;
  /** Those known to the collections so far. */
  rubrics: readonly Rubric[];
  /** For a PDF that asks for one. */
  password?: string;
  signal?: AbortSignal;
}

export interface Imported {
  /** As given, with `/3` after it for the third letter of a mailbox. */
  file: string;
  draft: Answer<Draft>;
  /** What is kept untouched beside the draft; the extension is without a dot. */
  original: { bytes: Uint8Array; extension: string };
}

/** Bytes. A page may carry its pictures in it. */
const maxBytes = 60_000_000;
/** Characters without pictures; a letter of a hundred pages has half a million. Beyond, a form takes seconds in which nothing else is done. */
const maxText: Record<TextForm, number> = { html: 5_000_000, markdown: 500_000, org: 500_000, plain: 5_000_000 };
const maxMail = 200_000_000;

export async function* importFile({ file, bytes }: { file: string; bytes: Uint8Array }, context: ImportContext): AsyncGenerator<Imported> {
  const form = sniffBytes(bytes);
  if (form !== "mbox") {
    yield { file, ...(await importOne(file, bytes, context)) };
    return;
  }
  let number = 0;
  for (const mail of mailsOf(bytes)) {
    if (context.signal?.aborted) return;
    const name = `${file}/${++number}`;
    yield { file: name, draft: await mailDraft(name, mail, context), original: { bytes: mail, extension: "eml" } };
    await rest();
  }
}

async function importOne(file: string, bytes: Uint8Array, context: ImportContext): Promise<Omit<Imported, "file">> {
  const form = sniffBytes(bytes);
  if (form === "pdf") return { draft: await pdfDraft(file, bytes, context), original: { bytes, extension: "pdf" } };
  if (form === "mail") return { draft: await mailDraft(file, bytes, context), original: { bytes, extension: "eml" } };
  if (form === "empty") return { draft: fail("file-empty", { title: file }), original: { bytes, extension: "txt" } };
  if (form === "zip") return { draft: fail("zip-nested", { title: file }), original: { bytes, extension: "zip" } };
  if (form === "binary") return { draft: fail("format-unknown", { title: file }), original: { bytes, extension: "bin" } };
  if (bytes.length > maxBytes) return { draft: fail("file-too-large", { title: file }), original: { bytes, extension: "txt" } };
  return textDraft(file, bytes, context);
}

const extensions: Record<TextForm, string> = { html: "html", markdown: "md", org: "org", plain: "txt" };

function textDraft(file: string, bytes: Uint8Array, context: ImportContext): Omit<Imported, "file"> {
  const notes = new Notes();
  const text = decodeText(bytes, metaCharset(bytes), notes);
  const form = sniffText(text);
  if (weight(text) > maxText[form]) return { draft: fail("file-too-large", { title: file }), original: { bytes, extension: extensions[form] } };
  return { draft: named(letterDraft(readText(text, form, notes), { file, rubrics: context.rubrics }), file), original: { bytes, extension: extensions[form] } };
}

function weight(text: string): number {
  return text.length <= 1_000_000 ? text.length : text.replace(/data:image\/[a-z+.-]{1,20};base64,[A-Za-z0-9+/=\s]{1000,}/gi, "").length;
}

function readText(text: string, form: TextForm, notes: Notes): LetterSource {
  if (form === "html") return readHtml(text, { notes, pictures: new Pictures(), related: () => null, isMail: false });
  if (form === "markdown") return readMarkdown(text, notes);
  return form === "org" ? readOrg(text, notes) : readPlain(text, notes);
}

async function mailDraft(file: string, bytes: Uint8Array, context: ImportContext): Promise<Answer<Draft>> {
  if (bytes.length > maxMail) return fail("file-too-large", { title: file });
  const notes = new Notes();
  const source = await readMail(bytes, notes, (pdf) => context.readPdf(pdf, readOptions(context)));
  return named(letterDraft(source, { file, rubrics: context.rubrics }), file);
}

async function pdfDraft(file: string, bytes: Uint8Array, context: ImportContext): Promise<Answer<Draft>> {
  const content = await context.readPdf(bytes, readOptions(context));
  return content.ok ? succeed(reportDraft(content.value, bytes, file)) : named(content, file);
}

function readOptions({ password, signal }: ImportContext): { password?: string; signal?: AbortSignal } {
  return { ...(password === undefined ? {} : { password }), ...(signal === undefined ? {} : { signal }) };
}

function named<Value>(answer: Answer<Value>, file: string): Answer<Value> {
  return answer.ok ? answer : { ok: false, failure: { title: file, ...answer.failure } };
}

/** Between letters, others of the process have their turn. */
function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
