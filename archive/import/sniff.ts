/** What a file is, told from its bytes alone: names lie. */

export type ByteForm = "empty" | "pdf" | "zip" | "mbox" | "mail" | "text" | "binary";
export type TextForm = "html" | "markdown" | "org" | "plain";

/** Signatures of what is neither a letter nor a report: PNG, JPEG, GIF, gzip, old Office files, RTF, RIFF, 7z, RAR, ELF, Windows programs. */
const otherSignatures = ["\x89PNG", "\xFF\xD8\xFF", "GIF8", "\x1F\x8B", "\xD0\xCF\x11\xE0", "{\\rtf", "RIFF", "7z\xBC\xAF", "Rar!", "\x7FELF", "MZ\x90", "OggS", "ID3"];

/** A local file, an empty archive, a part of a split one (APPNOTE.TXT, 4.3). */
const zipSignatures = ["PK\x03\x04", "PK\x05\x06", "PK\x07\x08"];

export function sniffBytes(bytes: Uint8Array): ByteForm {
  const head = latin1(bytes.subarray(0, 4096));
  if (bytes.every(isBlank)) return "empty";
  if (/^(?:\xEF\xBB\xBF)?\s*%PDF-\d/.test(head)) return "pdf";
  if (zipSignatures.some((signature) => head.startsWith(signature))) return "zip";
  if (otherSignatures.some((signature) => head.startsWith(signature))) return "binary";
  const start = head.replace(/^\xEF\xBB\xBF/, "").replace(/^\s+/, "");
  if (/^From \S[^\n]{0,200}\n[!-9;-~]{1,80}:/.test(start.replaceAll("\r", ""))) return "mbox";
  if (looksLikeMail(start)) return "mail";
  if (isBinary(bytes)) return /%PDF-\d/.test(head.slice(0, 1024)) ? "pdf" : "binary";
  return "text";
}

const mailFields = new Set("from to cc subject date received mime-version message-id content-type return-path delivered-to reply-to sender list-unsubscribe list-id x-mailer".split(" "));

/** RFC 5322, 2.2: fields, of which at least two are a mail's, then an empty line or the end. */
function looksLikeMail(head: string): boolean {
  let known = 0;
  for (const [index, line] of head.split(/\r?\n|\r/, 200).entries()) {
    if (line === "" && index > 0) break;
    if (/^[ \t]/.test(line) && index > 0) continue;
    const name = /^([!-9;-~]{1,80})[ \t]*:/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) {
      // Some boxes leave their own separator, or a quoted one, before the fields.
      if (/^>?From /.test(line)) continue;
      return known >= 3;
    }
    if (mailFields.has(name)) known++;
  }
  return known >= 2;
}

/** NULs (but for UTF-16) or many other control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return false;
  let nul = 0;
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) nul++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++;
  }
  if (nul > 0 && nul < sample.length * 0.25) return nul > sample.length * 0.001 || control > 0;
  if (nul >= sample.length * 0.25) return !isUtf16(sample);
  return control > sample.length * 0.01;
}

function isUtf16(sample: Uint8Array): boolean {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  return Math.max(even, odd) > sample.length * 0.3 && Math.min(even, odd) < sample.length * 0.03;
}

function isBlank(byte: number): boolean {
  return byte === 0 || byte === 32 || (byte >= 9 && byte <= 13) || byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xfe || byte === 0xff;
}

/** The form of a text; only its beginning is looked at. */
export function sniffText(text: string): TextForm {
  const head = text.slice(0, 20_000);
  if (hasFrontMatter(head)) return "markdown";
  if (/^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype|html|head|body|meta|title)\b/i.test(head) || /<(?:html|body)[\s>]/i.test(head.slice(0, 3000))) return "html";
  if (/^#\+(?:title|date|author|options)\s*:/im.test(head.slice(0, 2000)) || isOrg(head)) return "org";
  const markdown = markdownSigns(head);
  const tags = (head.match(/<\/(?:p|div|td|table|tr|h[1-6]|ul|ol|li|span|a|b|strong|center|font|blockquote)\s*>|<br\s*\/?>/gi) ?? []).length;
  if (tags >= 2 && markdown < 2) return "html";
  return markdown >= 2 || tags >= 2 ? "markdown" : "plain";
}

/** YAML between two lines of ---, or TOML between two of +++. */
function hasFrontMatter(head: string): boolean {
  const mark = /^\s*(---|\+\+\+)[ \t]*\n/.exec(head);
  if (!mark?.[1]) return false;
  const rest = head.slice(mark[0].length);
  const end = rest.search(mark[1] === "---" ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m);
  return end >= 0 && /^\s*["']?[\w-]{1,60}["']?\s*[:=]/m.test(rest.slice(0, end));
}

function isOrg(head: string): boolean {
  const headings = (head.match(/^\*{1,6} \S/gm) ?? []).length;
  return headings >= 2 && /\[\[[^\]\n]{1,500}\]\[[^\]\n]{1,300}\]\]/.test(head);
}

/** How sure it is that a text is Markdown: each kind of mark counts once, links and pictures twice. */
function markdownSigns(head: string): number {
  const links = /!?\[[^\]\n]{0,300}\]\([^)\s]{1,500}(?: "[^"\n]{0,200}")?\)/.test(head) ? 2 : 0;
  const headings = Math.min(2, (head.match(/^#{1,6} \S/gm) ?? []).length);
  const emphasis = /(?:^|[\s(«“])\*\*[^*\n]{1,200}\*\*/.test(head) ? 1 : 0;
  const fences = /^(?:```|:::|\{\{[<%]|\{% )/m.test(head) ? 2 : 0;
  const lists = /^[-*+] +\S/m.test(head) ? 0.5 : 0;
  return links + headings + emphasis + fences + lists;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
