/** Pages that are about to be printed, and PDFs to be looked at before: kept in memory, served under the app's own scheme for as long as they are laid out. */
import { randomUUID } from "node:crypto";

export interface Papers {
  /** Gives the address of a page until it is removed. */
  lay(bytes: Uint8Array, type?: "text/html; charset=utf-8" | "application/pdf"): string;
  remove(address: string): void;
  /** The page at a path, with what it may do; null when there is none. */
  serve(path: string): Response | null;
}

/** No script, nothing from elsewhere; fonts are the app's, pictures are inside. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'";

export function createPapers(): Papers {
  const laid = new Map<string, { bytes: Uint8Array; type: string }>();
  return {
    lay(bytes, type = "text/html; charset=utf-8") {
      const path = `/paper/${randomUUID()}`;
      laid.set(path, { bytes, type });
      return `relire://app${path}`;
    },
    remove: (address) => void laid.delete(new URL(address).pathname),
    serve(path) {
      const paper = laid.get(path);
      if (!paper) return null;
      return new Response(Buffer.from(paper.bytes), { headers: { "Content-Type": paper.type, "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff" } });
    },
  };
}
