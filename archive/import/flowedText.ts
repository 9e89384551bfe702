/** Text in `format=flowed` (RFC 3676): lines that end in a space go on in the next, at the same depth of quotation. */

export function unflow(text: string, delsp: boolean): string {
  const joined: string[] = [];
  let before: { depth: number; flows: boolean } = { depth: 0, flows: false };
  for (const line of text.split("\n")) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(depth).replace(/^ /, "");
    const flows = content.endsWith(" ") && content !== "-- ";
    const shown = flows && delsp ? content.slice(0, -1) : content;
    if (before.flows && before.depth === depth && content !== "-- ") joined.push((joined.pop() ?? "") + shown);
    else joined.push(depth > 0 ? `${">".repeat(depth)} ${shown}` : shown);
    before = { depth, flows };
  }
  return joined.join("\n");
}
