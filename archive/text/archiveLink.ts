/** Links of the archive: `relire://collection/document`, then `#section` of a letter or `#pN`, page N of a report. */

export interface ArchiveLink {
  document: string;
  section: string | null;
  /** From 1. */
  page: number | null;
}

/** What a link leads to; null when it is none of the archive's. Whether the document exists is for the caller to see. */
export function readArchiveLink(href: string): ArchiveLink | null {
  const match = /^relire:\/\/([a-z0-9-]+\/[a-z0-9-]+)(?:#([a-z0-9-]+))?$/.exec(href);
  if (!match?.[1]) return null;
  const page = /^p([1-9]\d*)$/.exec(match[2] ?? "")?.[1];
  return { document: match[1], section: match[2] ?? null, page: page ? Number(page) : null };
}
