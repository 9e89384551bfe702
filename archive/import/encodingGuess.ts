/**
 * Which single-byte encoding of a French or English text some bytes are in, when nothing says it: the one in which letters with accents stand
 * where French has them. Windows-1252 unless another is clearly better, as nearly every old mail was written in it.
 */
import iconv from "iconv-lite";

const candidates = ["windows-1252", "iso-8859-15", "macroman", "cp850"] as const;

/** As many bytes as decide; a text keeps its encoding to the end. */
const sampleSize = 65_536;

export function guessSingleByte(bytes: Uint8Array): { label: string; text: string } {
  const sample = highContexts(bytes);
  const scores = candidates.map((label) => score(iconv.decode(sample, label)));
  let best = 0;
  for (const [index, value] of scores.entries()) if (value > (scores[best] ?? 0) + Math.max(2, Math.abs(scores[0] ?? 0) * 0.2)) best = index;
  const label = candidates[best] ?? candidates[0];
  return { label, text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), label) };
}

/** The bytes that are not ASCII, each with its neighbours: all that tells encodings apart. */
function highContexts(bytes: Uint8Array): Buffer {
  const kept: number[] = [];
  for (let at = 0; at < bytes.length && kept.length < sampleSize; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) kept.push(bytes[at - 1] ?? 0x20, byte, bytes[at + 1] ?? 0x20, 0x20);
  }
  return Buffer.from(kept);
}

const common = "éèêàâçùûîïôœÉÈÀÇÊ";
const marks = "«»’–—…·•\u00A0€°“”⋅";

/** In a sample of [before, character, after, space]. */
function score(sample: string): number {
  let total = 0;
  for (let at = 1; at < sample.length; at += 4) {
    const character = sample[at] ?? "";
    const inWord = /[a-zA-Z]/.test(sample[at - 1] ?? "") || /[a-zA-Z]/.test(sample[at + 1] ?? "");
    if (common.includes(character)) total += inWord ? 2 : 1;
    else if (marks.includes(character)) total += 1;
    else total -= /[\u0080-\u009F\uFFFD]/.test(character) || inWord ? 2 : 1;
  }
  return total;
}
