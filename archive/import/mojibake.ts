/**
 * Accents garbled by a double encoding ("Ã©", "â€™"): UTF-8 that somebody read as Windows-1252 and wrote again. Mended only when it is certain:
 * the whole text, put back into Windows-1252 bytes, is well-formed UTF-8, and it has several such characters.
 */
import iconv from "iconv-lite";
import type { Notes } from "./notes.ts";

const garbled = /[\u00C2\u00C3][\u0080-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|\u00E2[\u0080\u20AC]|\u00F0\u0178/g;

/** The text, mended up to twice; notes `mojibake-mended` with an example. */
export function mendMojibake(text: string, notes: Notes): string {
  const once = mendOnce(text, notes);
  return once === text ? text : mendOnce(once, notes);
}

function mendOnce(text: string, notes: Notes): string {
  garbled.lastIndex = 0;
  const first = garbled.exec(text);
  const second = first && garbled.exec(text);
  if (!first || !second) return text;
  const bytes = windows1252Bytes(text);
  if (!bytes) return text;
  try {
    const mended = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    notes.add("mojibake-mended", `${first[0]} → ${example(first[0])}, ${second[0]} → ${example(second[0])}`);
    return mended;
  } catch {
    return text;
  }
}

/** The bytes of a text in Windows-1252, whose five holes stand for themselves; null when it has other characters. */
function windows1252Bytes(text: string): Uint8Array | null {
  const encoded = iconv.encode(text, "windows-1252");
  if (encoded.length !== text.length) return null;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(code)) encoded[at] = code;
    else if (encoded[at] === 0x3f) return null;
  }
  return encoded;
}

function example(piece: string): string {
  const bytes = windows1252Bytes(piece);
  const text = bytes ? new TextDecoder("utf-8").decode(bytes) : piece;
  return text.replace(/\uFFFD+$/, "…");
}
