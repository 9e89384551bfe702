/** A few front-coded strings, read all at once: the fingerprint, the fields' names. */
import { FrontCodedReader } from "./frontCoding.ts";

export function readStrings(bytes: Uint8Array, count: number, longest: number): string[] {
  const reader = new FrontCodedReader(bytes, longest);
  return Array.from({ length: count }, () => {
    reader.next();
    return reader.text();
  });
}
