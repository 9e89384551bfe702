/** Ranges of bytes, as HTTP asks for them. */

/** A stretch of a file, both ends included. */
export interface ByteRange {
  first: number;
  last: number;
}

/** A single byte range (RFC 9110, 14.1.2); null when it cannot be satisfied, or is several at once. */
export function readRange(header: string, size: number): ByteRange | null {
  const match = /^bytes=(\d*)-(\d*)$/i.exec(header);
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const [from, to] = [match[1] ?? "", match[2] ?? ""];
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last ? { first, last } : null;
}
