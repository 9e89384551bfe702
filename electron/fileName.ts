/** Names for files that a person keeps. */

/** A name that every system takes: without the characters that Windows refuses, not too long, not a hidden file. */
export function fileName(name: string): string {
  const kept = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, " ")
    .replace(/\s+/g, " ")
    .slice(0, 120)
    .replace(/^[.\s]+|[.\s]+$/g, "");
  return kept || "rapport";
}
