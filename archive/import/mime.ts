/**
 * A mail's bytes to its parts (RFC 2045 to 2049), by mailsplit, which gives each part's bytes untouched: what charset they are in is not
 * believed before it is looked at. Missing ends, broken base64 and boundaries that never come are noted; what can be read is read.
 */
import { type SplitterChunk, Splitter } from "@zone-eu/mailsplit";
import libbase64 from "libbase64";
import libmime from "libmime";
import libqp from "libqp";
import { decodeText } from "./encoding.ts";
import { Notes } from "./notes.ts";

export interface MailPart {
  /** Lower case: "text/html". */
  type: string;
  charset: string | null;
  /** "attachment", "inline", or null. */
  disposition: string | null;
  fileName: string | null;
  /** Without angle brackets. */
  id: string | null;
  location: string | null;
  /** RFC 3676: lines that end in a space go on; `delsp` drops that space. */
  flowed: "flowed" | "delsp" | null;
  /** Parts of a multipart, or of a mail inside. */
  parts: MailPart[];
  /** Decoded; empty for a multipart. */
  content: Uint8Array;
}

export interface Mail {
  /** First of each name, unfolded and decoded. */
  header(name: string): string | null;
  root: MailPart;
}

const maxParts = 1000;

export async function readMime(bytes: Uint8Array, notes: Notes): Promise<Mail> {
  const { root, isWhole } = await splitParts(bytes, notes);
  if (!isWhole) notes.add("mail-truncated");
  const headers = readHeaders(bytes);
  return { header: (name) => headers.get(name) ?? null, root };
}

type SplitNode = InstanceType<typeof import("@zone-eu/mailsplit").MimeNode>;

interface Raw {
  node: SplitNode;
  part: MailPart;
  chunks: Buffer[];
}

async function splitParts(bytes: Uint8Array, notes: Notes): Promise<{ root: MailPart; isWhole: boolean }> {
  const splitter = new Splitter({ maxChildNodes: maxParts, maxHeadSize: 1_000_000 });
  const raws = new Map<SplitNode, Raw>();
  let root: Raw | null = null;
  splitter.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  try {
    for await (const chunk of splitter as AsyncIterable<SplitterChunk>) {
      if (chunk.type === "node") {
        const raw: Raw = { node: chunk, part: partOf(chunk), chunks: [] };
        raws.set(chunk, raw);
        root ??= raw;
        if (chunk.parentNode) raws.get(chunk.parentNode)?.part.parts.push(raw.part);
      } else if (chunk.value) raws.get(chunk.node)?.chunks.push(chunk.value);
    }
  } catch (error) {
    // Too many parts, or a header out of all measure: what came before is kept.
    notes.add("part-damaged", error instanceof Error ? error.message : String(error));
  }
  for (const raw of raws.values()) {
    if (!raw.node.multipart) raw.part.content = decodeBody(raw, notes);
    else if (raw.part.parts.length === 0) Object.assign(raw.part, await withoutBoundary(raw, notes));
  }
  return { root: root?.part ?? emptyPart, isWhole: root === null || isComplete(root, bytes) };
}

/** A multipart whose boundary never comes: by the one that is there instead, or as one text. */
async function withoutBoundary(raw: Raw, notes: Notes): Promise<Partial<MailPart>> {
  const body = Buffer.concat(raw.chunks);
  notes.add("part-damaged", raw.part.type);
  const boundary = /^--([\w'()+,./:=?-]{1,70})[ \t]*\r?\n(?:content-|mime-)[a-z-]{1,40}:/im.exec(body.subarray(0, 100_000).toString("latin1"))?.[1];
  if (boundary === undefined) return { type: "text/plain", content: body };
  const header = Buffer.from(`Content-Type: ${raw.part.type}; boundary="${boundary}"\r\n\r\n`);
  const { root } = await splitParts(Buffer.concat([header, body]), notes);
  return { parts: root.parts };
}

const emptyPart: MailPart = { type: "text/plain", charset: null, disposition: null, fileName: null, id: null, location: null, flowed: null, parts: [], content: new Uint8Array() };

function partOf(node: SplitNode): MailPart {
  const headers = node.headers || null;
  const field = (name: string): string | null => (headers ? headers.getFirst(name).trim() || null : null);
  return {
    type: node.contentType || "text/plain",
    charset: node.charset || null,
    disposition: node.disposition || null,
    fileName: node.filename || null,
    id: field("content-id")?.replace(/^<|>$/g, "") ?? null,
    location: field("content-location"),
    flowed: flowOf(node),
    parts: [],
    content: new Uint8Array(),
  };
}

function flowOf(node: SplitNode): MailPart["flowed"] {
  if (!node.flowed) return null;
  return node.delSp ? "delsp" : "flowed";
}

function decodeBody({ node, part, chunks }: Raw, notes: Notes): Uint8Array {
  const raw = Buffer.concat(chunks);
  if (node.encoding === "base64") return decodeBase64(raw, part, notes);
  if (node.encoding === "quoted-printable") return libqp.decode(raw.toString("latin1"));
  return raw;
}

/** RFC 2045, 6.8: what is not of the alphabet is passed over; a group that is not whole tells that something is missing. */
function decodeBase64(raw: Buffer, part: MailPart, notes: Notes): Uint8Array {
  const text = raw.toString("latin1");
  const letters = text.replace(/[^A-Za-z0-9+/]/g, "");
  const strays = text.replace(/[A-Za-z0-9+/=\s]/g, "").length;
  if (strays > 0 || letters.length % 4 === 1) notes.add("part-damaged", part.fileName ?? part.type);
  return libbase64.decode(letters);
}

/** The last boundary of the outermost multipart is there. */
function isComplete({ node }: Raw, bytes: Uint8Array): boolean {
  const boundary = node._boundary;
  if (!node.multipart || !boundary) return true;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(`--${boundary.toString("latin1")}--`);
}

/** The header of a mail, whose bytes may be in any charset although they should be ASCII (RFC 2047 and what is done instead). */
function readHeaders(bytes: Uint8Array): Map<string, string> {
  const head = decodeText(bytes.subarray(0, endOfHeader(bytes)), [], new Notes());
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const match = /^([!-9;-~]{1,80})[ \t]*:[ \t]*([^]*)$/.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !headers.has(name)) headers.set(name, decodeWords((match?.[2] ?? "").trim()));
  }
  return headers;
}

function endOfHeader(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_000_000));
  const ends = ["\r\n\r\n", "\n\n", "\r\r"].map((mark) => head.indexOf(mark, 1)).filter((at) => at >= 0);
  return Math.min(head.length, ...ends);
}

/** RFC 2047, tolerant: encoded words with spaces inside or without their end are still read. */
export function decodeWords(text: string): string {
  const mended = text.replace(/=\?([\w*.-]{2,40})\?([qb])\?([^?]{0,2000})(?:\?=|\?$|$)/gi, (_word, charset: string, kind: string, content: string) => `=?${charset}?${kind}?${kind.toLowerCase() === "q" ? content.replaceAll(" ", "_") : content.replace(/\s/g, "")}?=`);
  try {
    return libmime.decodeWords(mended);
  } catch {
    return text;
  }
}
