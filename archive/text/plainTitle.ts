/** A title on one line, without what its heading would lose. */
export function plainTitle(title: string): string {
  // What a line cannot hold, and what a heading is trimmed of when it is read.
  return title.replace(/[\s\0]+/gu, " ").trim();
}
