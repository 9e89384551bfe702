/** Pages that are about to be printed: kept in memory, served under the app's own scheme for as long as they are laid out. */
import { randomUUID } from "node:crypto";

export interface Papers {
  /** Gives the address of a page until it is removed. */
  lay(html: Uint8Array): string;
  remove(address: string): void;
  /** The page at a path, with what it may do; null when there is none. */
  serve(path: string): Response | null;
}

/** No script, nothing from elsewhere; fonts are the app's, pictures are inside. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'";

export function createPapers(): Papers {
  const laid = new Map<string, Uint8Array>();
  return {
    lay(html) {
      const path = `/paper/${randomUUID()}`;
      laid.set(path, html);
      return `relire://app${path}`;
    },
    remove: (address) => void laid.delete(new URL(address).pathname),
    serve(path) {
      const html = laid.get(path);
      if (!html) return null;
      return new Response(Buffer.from(html), { headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff" } });
    },
  };
}
