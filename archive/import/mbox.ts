/** A mailbox (RFC 4155) to its mails: a line "From " after an empty one begins each; ">From " in a body is "From " again. */

/** Each mail's bytes, in order. */
export function* mailsOf(bytes: Uint8Array): Generator<Uint8Array> {
  const box = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = afterSeparator(box, 0);
  for (let at = nextSeparator(box, from); at >= 0; at = nextSeparator(box, from)) {
    yield unquoted(box.subarray(from, at));
    from = afterSeparator(box, at);
  }
  yield unquoted(box.subarray(from));
}

/** A separator stands after an empty line and has a mail's header after it. */
function nextSeparator(box: Buffer, from: number): number {
  for (let at = box.indexOf("\nFrom ", from); at >= 0; at = box.indexOf("\nFrom ", at + 1)) {
    const isAfterBlank = box[at - 1] === 10 || (box[at - 1] === 13 && box[at - 2] === 10);
    const lineEnd = box.indexOf("\n", at + 1);
    const next = lineEnd < 0 ? "" : box.subarray(lineEnd + 1, lineEnd + 200).toString("latin1");
    if (isAfterBlank && /^(?:>?From |[!-9;-~]{1,80}:)/.test(next)) return at + 1;
  }
  return -1;
}

function afterSeparator(box: Buffer, at: number): number {
  const end = box.indexOf("\n", at);
  return end < 0 ? box.length : end + 1;
}

function unquoted(mail: Buffer): Buffer {
  if (!mail.includes("\n>From ")) return mail;
  return Buffer.from(mail.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1");
}
