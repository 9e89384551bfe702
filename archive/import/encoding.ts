/**
 * Bytes to text, whatever was said or not said about them. A byte-order mark is believed first, then well-formed UTF-8 (which other encodings
 * do not happen to be), then what was declared, with ISO-8859-1 read as Windows-1252 as browsers do (https://encoding.spec.whatwg.org), and
 * only then a guess. Decoding is iconv-lite's and not the runtime's, whose list of encodings differs between Node and Electron.
 */
import iconv from "iconv-lite";
import { guessSingleByte } from "./encodingGuess.ts";
import { mendMojibake } from "./mojibake.ts";
import type { Notes } from "./notes.ts";

/**
 * The text of some bytes. `declared` are the labels that speak of them, the most trusted first; unknown ones are passed over. Notes
 * `charset-guessed`, `charset-wrong`, `characters-lost` and `mojibake-mended`. Line ends become "\n", NULs go.
 */
export function decodeText(bytes: Uint8Array, declared: readonly string[], notes: Notes): string {
  const text = mendMojibake(decode(bytes, declared, notes), notes);
  return text.includes("\r") || text.includes("\0") ? text.replace(/\r\n?/g, "\n").replaceAll("\0", "") : text;
}

function decode(bytes: Uint8Array, declared: readonly string[], notes: Notes): string {
  const labels = declared.map(canonical).filter((label) => label !== "");
  const marked = byMark(bytes) ?? withoutMark(bytes);
  if (marked !== null) return marked;
  const utf7 = labels[0] === "utf7" ? decodeAs(bytes, "utf-7") : null;
  if (utf7 !== null) return utf7;
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) {
    if (labels[0] !== undefined && !isUtf8(labels[0]) && hasHighBytes(bytes)) notes.add("charset-wrong", "UTF-8");
    return utf8;
  }
  return declaredText(bytes, labels, notes) ?? guessedText(bytes, declared, notes);
}

/** Unicode 15, 23.8: a byte-order mark tells UTF-8 and UTF-16; it is not part of the text. */
function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder("utf-8").decode(bytes);
  if (a === 0xff && b === 0xfe) return decodeAs(bytes.subarray(2), "utf-16le");
  if (a === 0xfe && b === 0xff) return decodeAs(bytes.subarray(2), "utf-16be");
  return null;
}

/** UTF-16 without a mark: every other byte of a Latin text is NUL. */
function withoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return decodeAs(bytes, "utf-16le");
  if (even > half * 0.6 && odd < half * 0.05) return decodeAs(bytes, "utf-16be");
  return null;
}

/** The text when it is well-formed UTF-8, but for a character cut at the very end. */
function strictUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
    // Only what may be the beginning of a character is given up: lead and continuation bytes.
    if (cut > 0 && (bytes[bytes.length - cut] ?? 0) < 0x80) return null;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      // Not UTF-8, or cut: the next round tells.
    }
  }
  return null;
}

function declaredText(bytes: Uint8Array, labels: readonly string[], notes: Notes): string | null {
  for (const label of labels) {
    if (isUtf8(label) || !iconv.encodingExists(label)) continue;
    const text = decodeAs(bytes, label);
    // Bytes that the encoding does not have, or control characters among letters: it is another one.
    if (text === null || /[\uFFFD\u0080-\u0084\u0086-\u009F]/.test(text)) continue;
    if (label !== labels[0]) notes.add("charset-wrong", label);
    return text;
  }
  return null;
}

function guessedText(bytes: Uint8Array, declared: readonly string[], notes: Notes): string {
  const mixed = mixedUtf8(bytes, notes);
  if (mixed !== null) return mixed;
  const { label, text } = guessSingleByte(bytes);
  notes.add(declared.length > 0 ? "charset-wrong" : "charset-guessed", label);
  return text;
}

/** Two texts in two encodings put together, mostly UTF-8: what is not is read as Windows-1252, but for the remains of broken characters. */
function mixedUtf8(bytes: Uint8Array, notes: Notes): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const whole = [...text.matchAll(/[\u0080-\uFFFC]/g)].length;
  if (whole < broken * 3) return null;
  const pieces: string[] = [];
  let lost = 0;
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    pieces.push(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from, at)));
    const byte = bytes[at] ?? 0;
    const isRemains = byte === 0xc2 || byte === 0xc3 || byte === 0xe2 || (byte >= 0x80 && byte < 0xa0);
    if (isRemains) lost++;
    pieces.push(isRemains ? "\uFFFD" : iconv.decode(Buffer.from([byte]), "windows-1252"));
    from = ++at;
  }
  pieces.push(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from)));
  if (lost > 0) notes.add("characters-lost", String(lost));
  if (lost < broken) notes.add("charset-wrong", "UTF-8, windows-1252");
  return pieces.join("");
}

/** Bytes of the UTF-8 character at an offset (RFC 3629, 4); 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = leadLength(lead);
  for (let index = 1; index < length; index++) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) || (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f);
  return isOverlong ? 0 : length;
}

function leadLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), label, { stripBOM: true });
  } catch {
    return null;
  }
}

/** The label as iconv-lite knows it; what the Encoding Standard reads as Windows-1252 is so here. */
function canonical(label: string): string {
  const plain = label.trim().toLowerCase().replace(/^["']|["']$/g, "");
  if (/^(?:us-ascii|ascii|(?:x-)?ansi|(?:iso[-_]?)?8859[-_]1|latin[-_ ]?1|l1|cp819|windows-1252|cp1252|x-cp1252|iso[-_]?8859[-_]1(?:-windows.*)?)$/.test(plain)) return "windows-1252";
  if (/^(?:utf-?8|unicode-1-1-utf-8|utf8mb4)$/.test(plain)) return "utf-8";
  if (/^(?:macintosh|mac|x-mac-roman|macroman)$/.test(plain)) return "macroman";
  if (/^(?:unicode-1-1-)?utf-?7$/.test(plain)) return "utf7";
  return plain;
}

function isUtf8(label: string): boolean {
  return label === "utf-8";
}

function hasHighBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}
