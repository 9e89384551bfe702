/** Where lines of a plain text were broken by a machine and not by a person. */

/** The width at which a text was wrapped, or null when it was not: most of its long lines end within a word of one width below 100. */
export function wrapWidth(lines: readonly string[]): number | null {
  const lengths = lines.slice(0, 20_000).filter((line) => line.length > 40 && !/^\s*>/.test(line) && !/https?:\S{30,}/.test(line)).map(({ length }) => length);
  if (lengths.length < 3) return null;
  const sorted = [...lengths].sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.97)] ?? 0;
  if (width > 100) return null;
  // Wrapped lines come in a row: the next one begins with a word that had no room left.
  let wrapped = 0;
  let pairs = 0;
  for (let at = 0; at + 1 < Math.min(lines.length, 20_000); at++) {
    const [line = "", next = ""] = [lines[at], lines[at + 1]];
    if (line.length <= 40 || next.trim() === "") continue;
    pairs++;
    if (line.length + 1 + firstWord(next).length > width * 0.93) wrapped++;
  }
  return pairs >= 2 && wrapped >= pairs * 0.6 ? width : null;
}

/** Paragraphs, each as the lines that a person broke. */
export function joinWrapped(lines: readonly string[], width: number | null): string[][] {
  if (width === null) return unwrapped(lines);
  const joined: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const goesOn = before !== undefined && before.length + 1 + firstWord(line).length > width * 0.9;
    if (goesOn) joined.push(`${joined.pop() ?? ""} ${line.trim()}`);
    else joined.push(line.trim());
  }
  return [joined];
}

/** Each line a paragraph, but for runs of short ones: an address, a signature, a poem. */
function unwrapped(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isRun = before !== undefined && before.length <= 60 && line.length <= 60 && !/[.!?…»]$/.test(before);
    if (isRun) paragraphs.at(-1)?.push(line.trim());
    else paragraphs.push([line.trim()]);
  }
  return paragraphs;
}

function firstWord(line: string): string {
  return line.trimStart().split(" ", 1)[0] ?? "";
}
