/** What tells bytes from others: SHA-256 (FIPS 180-4). */
import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal; of a text, in UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
